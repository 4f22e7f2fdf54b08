# What `cmake --install` puts where, and the Debian package made from it by `cpack`.
include(GNUInstallDirs)

set(app_id org.smarketingworkbook.Workbook)
set(desktop ${CMAKE_SOURCE_DIR}/resources/desktop)

install(TARGETS smarketing-workbook RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# A folder deeper than those that cpack takes for the linker's.
install(TARGETS pdf_marks LIBRARY DESTINATION lib/smarketing-workbook/plugins)
install(FILES ${desktop}/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/${app_id}.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES ${desktop}/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/${app_id}.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_SOURCE_DIR}/packaging/debian/lintian-overrides RENAME smarketing-workbook
        DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides)

# Debian wants these compressed, without a time stamp.
find_program(GZIP gzip REQUIRED)
function(install_compressed source name destination)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  execute_process(COMMAND ${GZIP} -9nc ${source} OUTPUT_FILE ${CMAKE_BINARY_DIR}/${name} COMMAND_ERROR_IS_FATAL ANY)
  install(FILES ${CMAKE_BINARY_DIR}/${name} DESTINATION ${destination})
endfunction()
install_compressed(${desktop}/smarketing-workbook.1 smarketing-workbook.1.gz ${CMAKE_INSTALL_MANDIR}/man1)
install_compressed(${CMAKE_SOURCE_DIR}/packaging/debian/changelog changelog.Debian.gz ${CMAKE_INSTALL_DOCDIR})

# A package needs the program, not the tests: `cpack` after building the target smarketing-workbook.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME smarketing-workbook)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbook for sales and marketing alignment")
set(CPACK_PACKAGE_DESCRIPTION
"Takes a sales and a marketing team through four questions: do customers hear
one story, does marketing see what happens with clients, do both learn from
each other, and who owns which part of the funnel.
.
A workbook is one file. Figures come from a CRM export, everything can be
undone, and the whole is exported as a PDF to hand over.")
set(CPACK_PACKAGE_CONTACT "Smarketing Workbook maintainers <maintainers@smarketingworkbook.org>")
set(CPACK_PACKAGE_HOMEPAGE_URL https://smarketingworkbook.org)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
# What the linker sees is found by itself; these are loaded while running.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6")
# For numbers straight from a database.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libqt6sql6-psql")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libqt6sql6-odbc, odbc-postgresql")
include(CPack)
