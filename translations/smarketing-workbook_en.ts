<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CheckCommand</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message numerus="yes">
        <source>%n open contradiction(s)</source>
        <translation>
            <numerusform>%n open contradiction</numerusform>
            <numerusform>%n open contradictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marketer(s) can read the CRM</source>
        <translation>
            <numerusform>%n marketer can read the CRM</numerusform>
            <numerusform>%n marketers can read the CRM</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait longer than a week</source>
        <translation>
            <numerusform>%n item waits longer than a week</numerusform>
            <numerusform>%n items wait longer than a week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handover(s) outside their contract</source>
        <translation>
            <numerusform>%n handover outside its contract</numerusform>
            <numerusform>%n handovers outside their contract</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handover point(s)</source>
        <translation>
            <numerusform>%n handover point</numerusform>
            <numerusform>%n handover points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message numerus="yes">
        <source>Review on %1, in %n day(s)</source>
        <translation>
            <numerusform>Review on %1, in %n day</numerusform>
            <numerusform>Review on %1, in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardTexts</name>
    <message numerus="yes">
        <source>%n apart</source>
        <translation>
            <numerusform>%n apart</numerusform>
            <numerusform>%n apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FunnelView</name>
    <message numerus="yes">
        <source>%n stage(s); the arrow keys go from one to the next.</source>
        <translation>
            <numerusform>%n stage; the arrow keys go from one to the next.</numerusform>
            <numerusform>%n stages; the arrow keys go from one to the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) undone</source>
        <translation>
            <numerusform>%n change undone</numerusform>
            <numerusform>%n changes undone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message numerus="yes">
        <source>“%1” has more than %n decimal(s), which is all that %2 has.</source>
        <translation>
            <numerusform>“%1” has more than %n decimal, which is all that %2 has.</numerusform>
            <numerusform>“%1” has more than %n decimals, which is all that %2 has.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersModel</name>
    <message numerus="yes">
        <source>Paste %n number(s)</source>
        <translation>
            <numerusform>Paste %n number</numerusform>
            <numerusform>Paste %n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n number(s)</source>
        <translation>
            <numerusform>Clear %n number</numerusform>
            <numerusform>Clear %n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message numerus="yes">
        <source>Delete %n row(s) of %1</source>
        <translation>
            <numerusform>Delete %n row of %1</numerusform>
            <numerusform>Delete %n rows of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkbookCheck</name>
    <message numerus="yes">
        <source>%1: %n link(s) lead to rows that are not there.</source>
        <translation>
            <numerusform>%1: %n link leads to a row that is not there.</numerusform>
            <numerusform>%1: %n links lead to rows that are not there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>History: %n change(s) of %1 cannot be read, and so not be undone.</source>
        <translation>
            <numerusform>History: %n change of %1 cannot be read, and so not be undone.</numerusform>
            <numerusform>History: %n changes of %1 cannot be read, and so not be undone.</numerusform>
        </translation>
    </message>
</context>
</TS>
