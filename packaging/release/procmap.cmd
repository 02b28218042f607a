@echo off
rem procmap for Windows. Drop two maps on this file: their report opens.
rem Double click: a window in which "procmap" is a command.
setlocal EnableExtensions EnableDelayedExpansion
set "PROCMAP_LINE="
set "PROCMAP_CALL=!cmdcmdline!"
if /i not "!PROCMAP_CALL:%~nx0=!"=="!PROCMAP_CALL!" set "PROCMAP_LINE=!PROCMAP_CALL!"
setlocal DisableDelayedExpansion
if "%~1"=="" if defined PROCMAP_LINE goto window
rem Files are dropped by their full paths; nobody types a command so.
if /i "%~f1"=="%~1" if not "%~1"=="" goto dropped
"%~dp0node.exe" "%~dp0app\bin\procmap.js" %*
exit /b %ERRORLEVEL%

:dropped
"%~dp0node.exe" "%~dp0app\bin\procmap.js" drop %*
set "PROCMAP_CODE=%ERRORLEVEL%"
if not defined PROCMAP_LINE exit /b %PROCMAP_CODE%
rem What follows an ampersand in a name would be run as a command: leave cmd, not only this file.
pause
exit %PROCMAP_CODE%

:window
title procmap
set "PATH=%~dp0;%PATH%"
"%~dp0node.exe" "%~dp0app\bin\procmap.js"
cd /d "%USERPROFILE%"
cmd /k
exit /b
