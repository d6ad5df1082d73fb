# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""The accessibility tree of a running program, asked over its bus as a screen reader would.

A Tree is the program, a Node one accessible thing in it. Nothing is kept between two looks: what a snapshot says was true
a moment ago, and a node that has gone since raises Gone. A program tells all its things in one answer, so that a snapshot of a
thousand takes a tenth of a second. Names of roles are the bus's own: button, check box, entry, text, list item, ...
"""
import functools

from gi.repository import Gio, GLib

ACCESSIBLE, ACTION, COMPONENT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action", "org.a11y.atspi.Component"
EDITABLE, TEXT = "org.a11y.atspi.EditableText", "org.a11y.atspi.Text"
SELECTION, VALUE = "org.a11y.atspi.Selection", "org.a11y.atspi.Value"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
CACHE = "/org/a11y/atspi/cache"
UNKNOWN = object()
LIMIT = 20000  # milliseconds that one answer may take

STATES = {1: "active", 4: "checked", 5: "collapsed", 7: "editable", 8: "enabled", 9: "expandable", 10: "expanded",
          11: "focusable", 12: "focused", 16: "modal", 17: "multi-line", 20: "pressed", 22: "selectable", 23: "selected",
          24: "sensitive", 25: "showing", 30: "visible", 32: "indeterminate", 33: "required", 36: "invalid-entry",
          41: "checkable", 42: "has-popup", 43: "read-only"}
RELATIONS = {1: "label-for", 2: "labelled-by", 3: "controller-for", 4: "controlled-by", 5: "member-of", 15: "description-for",
             16: "described-by", 17: "details", 19: "error-message", 20: "error-for"}


class Gone(Exception):
    """The thing is no longer there."""


class Bus:
    """The accessibility bus of this session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, LIMIT, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.roles = {}  # path -> role, which stays what it is; the number that a program tells is less exact than its name

    def call(self, name, path, interface, method, arguments=None):
        try:
            return self.connection.call_sync(name, path, interface, method, arguments, None, 0, LIMIT, None).unpack()
        except GLib.Error as error:
            raise Gone(f"{path}: {interface}.{method}: {error.message}") from error

    def call_all(self, calls):
        """Answers of many calls that travel together, in their order; None where there was no answer."""
        answers, waiting, loop = [None] * len(calls), len(calls), GLib.MainContext.default()

        def done(connection, result, number):
            nonlocal waiting
            waiting -= 1
            try:
                answers[number] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for number, (name, path, interface, method, arguments) in enumerate(calls):
            self.connection.call(name, path, interface, method, arguments, None, 0, LIMIT, None, done, number)
        while waiting:
            loop.iteration(True)
        return answers

    def watch_focus(self):
        """From now on `last_focused` is the (name, path) of what got the keyboard last, as the programs tell it."""
        def told(_connection, sender, path, _interface, _signal, arguments):
            kind, on = arguments.unpack()[:2]
            if kind == "focused" and on:
                self.last_focused = sender, path

        self.last_focused = None
        self.connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None, None, Gio.DBusSignalFlags.NONE, told)
        self.call("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent",
                  GLib.Variant("(s)", ("object:state-changed:focused",)))

    def get_focused(self):
        """What was told last, as it is now; None when that has not the keyboard."""
        while GLib.MainContext.default().iteration(False):
            pass
        if not self.last_focused:
            return None
        node = Node(self, *self.last_focused)
        if not _fill(self, [node]) or not {"focused", "showing"} <= node.states:
            return None
        return node if node.name else snapshot(self, node.owner, node)  # what is in it says what it is

    def find_program(self, pid):
        """The bus name of the program with this process id, or None while it is not there."""
        for name, _ in self.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")[0]:
            try:
                if self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                             GLib.Variant("(s)", (name,)))[0] == pid:
                    return name
            except Gone:
                pass
        return None


class Node:
    """One accessible thing: `role`, `name`, `states`, `children` and `parent` as they were when it was seen."""

    def __init__(self, bus, name, path):
        self.bus, self.owner, self.path, self.known_parent, self.known_interfaces = bus, name, path, UNKNOWN, None
        self.role, self.name, self.description, self.states, self.children = "", "", "", frozenset(), []

    def __repr__(self):
        return f"<{self.role} {self.name!r} {' '.join(sorted(self.states))}>"

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def ask(self, interface, method, arguments=None):
        return self.bus.call(self.owner, self.path, interface, method, arguments)

    def get(self, interface, name):
        return self.ask(PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name)))[0]

    @property
    def parent(self):
        """What it stands in; None for the program."""
        if self.known_parent is UNKNOWN:
            self.known_parent = Node(self.bus, *self.get(ACCESSIBLE, "Parent")).refresh()
            if self.known_parent.role == "application":
                self.known_parent.known_parent = None
        return self.known_parent

    def walk(self):
        """This node and all under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def parents(self):
        """What it stands in, the nearest first, up to its window."""
        node = self.parent
        while node and node.role != "application":
            yield node
            node = node.parent

    def path_names(self):
        """Where it stands, for messages."""
        steps = [f"{node.role}({node.name})" if node.name else node.role for node in (self, *self.parents())]
        return " > ".join(reversed(steps))

    @property
    def title(self):
        """Its name, or where it has none what its labels say: how a person would call it."""
        said = self.name or " ".join(node.name for node in self.walk() if node.role == "label" and node.name)
        if not said and "focusable" in self.states:
            said = " ".join(Node(self.bus, self.owner, path).words for path in self.relations.get("labelled-by", []))
        return said

    @property
    def words(self):
        """The text it shows, or its name: labels of a menu say what they say only as text."""
        try:
            return self.text
        except Gone:
            return self.get(ACCESSIBLE, "Name")

    @property
    def interfaces(self):
        if self.known_interfaces is None:
            self.known_interfaces = _name_interfaces(tuple(self.ask(ACCESSIBLE, "GetInterfaces")[0]))
        return self.known_interfaces

    @property
    def relations(self):
        """Kind of relation -> paths of what it is related to."""
        return {RELATIONS.get(kind, kind): [path for _, path in targets] for kind, targets in self.ask(ACCESSIBLE, "GetRelationSet")[0]}

    @property
    def actions(self):
        return [action[0] for action in self.ask(ACTION, "GetActions")[0]] if "Action" in self.interfaces else []

    @property
    def text(self):
        return self.ask(TEXT, "GetText", GLib.Variant("(ii)", (0, self.get(TEXT, "CharacterCount"))))[0]

    @property
    def value(self):
        return self.get(VALUE, "CurrentValue")

    @property
    def extents(self):
        """x, y, width, height in the window: "in the parent", which the toolkit passes on as extents.c tells it."""
        return self.ask(COMPONENT, "GetExtents", GLib.Variant("(u)", (2,)))[0]

    def do_action(self, number=0):
        if not self.ask(ACTION, "DoAction", GLib.Variant("(i)", (number,)))[0]:
            raise AssertionError(f"the action of {self.path_names()} was refused")

    def set_text(self, text):
        if not self.ask(EDITABLE, "SetTextContents", GLib.Variant("(s)", (text,)))[0]:
            raise AssertionError(f"the text of {self.path_names()} cannot be set")

    def set_value(self, value):
        self.ask(PROPERTIES, "Set", GLib.Variant("(ssv)", (VALUE, "CurrentValue", GLib.Variant("d", value))))

    def select_child(self, number):
        if not self.ask(SELECTION, "SelectChild", GLib.Variant("(i)", (number,)))[0]:
            raise AssertionError(f"child {number} of {self.path_names()} cannot be selected")

    def refresh(self):
        """Looks again at this one node; raises Gone."""
        if not _fill(self.bus, [self]):
            raise Gone(self.path_names())
        return self


def _read_states(answer):
    return _name_states(*(list(answer[0]) + [0, 0])[:2])


@functools.cache
def _name_states(low, high):
    bits = low | high << 32
    return frozenset(word for number, word in STATES.items() if bits >> number & 1)


@functools.cache
def _name_interfaces(names):
    return frozenset(name.rsplit(".", 1)[1] for name in names)


def _fill(bus, nodes):
    """Role, name and states of nodes; returns those that are still there with the number of their children."""
    calls = []
    for node in nodes:
        calls += [(node.owner, node.path, PROPERTIES, "GetAll", GLib.Variant("(s)", (ACCESSIBLE,))),
                  (node.owner, node.path, ACCESSIBLE, "GetRoleName", None),
                  (node.owner, node.path, ACCESSIBLE, "GetState", None)]
    answers, living = bus.call_all(calls), []
    for number, node in enumerate(nodes):
        properties, role, states = answers[3 * number:3 * number + 3]
        if properties is None or role is None or states is None:
            continue
        properties = properties[0]
        node.name, node.description, node.role = properties.get("Name", ""), properties.get("Description", ""), role[0]
        node.states = _read_states(states)
        living.append((node, properties.get("ChildCount", 0)))
    return living


def _read_items(bus, name):
    """What a program tells of all its things in one answer: path -> Node, path -> number of its children. What has just come may be
    missing; what has just gone may still be there."""
    try:
        told = bus.connection.call_sync(name, CACHE, "org.a11y.atspi.Cache", "GetItems", None, None, 0, LIMIT, None)
        items = eval(told.print_(False), {"__builtins__": {}})[0]  # strings and numbers; a fifth of the time that unpack takes
    except GLib.Error:
        items = []
    nodes, counts = {}, {}
    new = [path for (_, path), *_ in items if path not in bus.roles]
    answers = bus.call_all([(name, path, ACCESSIBLE, "GetRoleName", None) for path in new])
    bus.roles.update((path, answer[0]) for path, answer in zip(new, answers) if answer)
    for (owner, path), _, _, _, count, interfaces, title, _, description, states in items:
        if path in bus.roles:
            nodes[path] = node = Node(bus, owner, path)
            node.name, node.description, node.role, node.states = title, description, bus.roles[path], _read_states([states])
            node.known_interfaces = _name_interfaces(tuple(interfaces))
            counts[path] = count
    return nodes, counts


def snapshot(bus, name, within=None, hidden=False):
    """The tree under a node as it is now, or of the whole program: its root Node. What is not on screen is left out, unless it is asked for."""
    path, parent = (within.path, within.known_parent) if within else (ROOT, None)
    nodes, counts = _read_items(bus, name)
    children = {}

    def add(paths):
        """Things that were not told of are asked for."""
        for node, count in _fill(bus, [Node(bus, name, path) for path in paths]):
            nodes[node.path], counts[node.path] = node, count

    def find_children(above):
        above = [node for node in above if node.role == "application" or counts[node.path] and (hidden or "showing" in node.states)]
        answers = bus.call_all([(name, node.path, ACCESSIBLE, "GetChildren", None) for node in above])
        children.update((node.path, [path for _, path in answer[0] if not path.endswith("/null")]) for node, answer in zip(above, answers) if answer)

    if path not in nodes:
        add([path])
    if not within:
        find_children(list(nodes.values()))  # of all at once; of a part layer by layer
    root = nodes.get(path) or Node(bus, name, path)
    root.known_parent, layer = parent, [root]
    while layer:
        find_children([node for node in layer if node.path in counts and node.path not in children])
        add([path for node in layer for path in children.get(node.path, []) if path not in nodes])
        for node in layer:
            node.children = [nodes[path] for path in children.get(node.path, []) if path in nodes]
            for child in node.children:
                child.known_parent = node
        layer = [child for node in layer for child in node.children]
    return root
