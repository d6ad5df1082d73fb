#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""A window from which files can be dragged, as from a file manager: drag-source.py FILE ..."""
import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402

files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[1:]])
label = Gtk.Label(label="Drag from here")
source = Gtk.DragSource()
source.set_content(Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files)))
label.add_controller(source)
window = Gtk.Window(title="files to drag", default_width=240, default_height=160, child=label)
loop = GLib.MainLoop()
window.connect("close-request", lambda _: loop.quit())
window.present()
loop.run()
