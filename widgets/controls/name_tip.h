#pragma once

class QWidget;

// Under the mouse the widget says how it is called. A tool tip would be read as its description, and so the
// same twice.
void showNameAsTip(QWidget *widget);
