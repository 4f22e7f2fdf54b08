include(GNUInstallDirs)
install(TARGETS smarketing-workbook RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
