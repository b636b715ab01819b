#!/usr/bin/python3
"""A window of WebKitGTK for WebKitWebDriver, in place of its MiniBrowser: as wide as it is told to be, as it has no tools,
and with a console that is printed, which WebKit does for no private window, as every automated one of MiniBrowser's is."""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

folder, log = sys.argv[1:3]
os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
data = WebKit2.WebsiteDataManager(base_data_directory=folder, base_cache_directory=folder)
context = WebKit2.WebContext.new_with_website_data_manager(data)
context.set_automation_allowed(True)
settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)


def open_view(**origin):
    view = WebKit2.WebView(settings=settings, is_controlled_by_automation=True, **origin)
    window = Gtk.Window(default_width=1280, default_height=900)
    window.add(view)
    view.connect("create", lambda *_: open_view(related_view=view))
    view.connect("close", lambda _: window.destroy())
    window.show_all()
    return view


def start(_, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("WebKitGTK")
    session.set_application_info(about)
    session.connect("create-web-view", lambda _: open_view(web_context=context))


context.connect("automation-started", start)
Gtk.main()
