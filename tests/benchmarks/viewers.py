"""Many viewers of one server: each steps dates and opens zones every few seconds. How long a rerun takes, and what it costs.

A viewer is what a browser is to Streamlit: a WebSocket that carries Streamlit's own messages. It draws nothing, so that the
figures are the server's; the numbers of viewers and seconds bound the run, and it stays on this machine.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
from websockets.asyncio.client import ClientConnection, connect

from tests.benchmarks.synthetic import write_store
from tests.browser.conftest import serving_process

PATIENCE_S = 300
DAYS = [f"{year}-{month:02}-15" for year in range(2013, 2023) for month in range(1, 13)]


@dataclass(slots=True)
class Viewer:
    """One viewer: the id that Streamlit gave each component, and of each of its reruns the milliseconds and bytes."""

    socket: ClientConnection
    chance: random.Random
    components: dict[str, str] = field(default_factory=dict)
    took_ms: list[float] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    query: str = "lang=en"
    kept: set[str] = field(default_factory=set)  # hashes of the messages of this rerun and the last one, as a browser has them
    last: set[str] = field(default_factory=set)

    async def rerun(self, message: dict[str, str] | None = None) -> None:
        """Sends what the map would send, or only opens the page, and waits until the script has finished."""
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.cached_message_hashes.extend(self.kept)
        if message:
            state = asked.rerun_script.widget_states.widgets.add()
            state.id = f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{self.components['zone_map']}__events"
            state.json_trigger_value = json.dumps([{"event": "message", "value": message}])
        began, moved, seen = perf_counter(), 0, set[str]()
        await self.socket.send(asked.SerializeToString())
        while True:
            raw = await asyncio.wait_for(self.socket.recv(decode=False), PATIENCE_S)
            moved += len(raw)
            told = ForwardMsg.FromString(raw)
            if told.metadata.cacheable or told.ref_hash:
                seen.add(told.ref_hash or told.hash)
            if self._finished(told):
                break
        self.kept, self.last = seen | self.last, seen
        self.took_ms.append(1000 * (perf_counter() - began))
        self.moved.append(moved)

    def _finished(self, told: ForwardMsg) -> bool:
        if told.HasField("page_info_changed"):
            self.query = told.page_info_changed.query_string
        element = told.delta.new_element
        if element.HasField("bidi_component"):
            component = element.bidi_component
            self.components[component.component_name.removeprefix("hudna.")] = component.id
        return told.WhichOneof("type") == "script_finished"

    async def look_around(self, zones: list[str], seconds: float, pause_s: float) -> None:
        """Steps dates and opens zones, with a pause between two acts, until the time is over."""
        until = perf_counter() + seconds
        await asyncio.sleep(self.chance.uniform(0, pause_s))
        while perf_counter() < until:
            await self.rerun(self._act(zones))
            await asyncio.sleep(self.chance.uniform(0.5, 1.5) * pause_s)

    def _act(self, zones: list[str]) -> dict[str, str]:
        """Seven times in ten a step in time, else a zone, sometimes its article, sometimes back to the list."""
        zone = self.chance.choice(zones)
        article = f"{zone.partition('@')[0]}-0.txt"
        acts = ({"do": "zone", "zone": zone}, {"do": "line", "article": article, "statement": f"{article}/0"}, {"do": "close"})
        if self.chance.random() < 0.7:
            return {"do": "day", "day": self.chance.choice(DAYS)}
        return self.chance.choice(acts)


def memory_kb(process: int) -> int:
    """The resident memory of a process in kB, without what it shares with files."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("RssAnon")).split()[1])


def processor_s(process: int) -> float:
    """The seconds of processor time that a process has had: what else the machine does leaves them alone."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _watch(address: str, process: int, zones: list[str], viewers: int, seconds: float, pause_s: float) -> None:
    stream = f"{address.replace('http', 'ws')}_stcore/stream"
    sockets = [await connect(stream, subprotocols=["streamlit"], max_size=None, compression=None) for _ in range(viewers + 1)]
    first, *rest = (Viewer(socket, random.Random(number)) for number, socket in enumerate(sockets))
    for _ in range(5):
        await first.rerun()  # the first one waits for the edition
    before = memory_kb(process)
    for viewer in rest:
        await viewer.rerun()
    opened = memory_kb(process)
    for viewer in rest:
        viewer.took_ms.clear()
        viewer.moved.clear()
    processor = processor_s(process)
    middle = asyncio.create_task(_memory_at(process, seconds / 2))
    await asyncio.gather(*(viewer.look_around(zones, seconds, pause_s) for viewer in rest))
    after, processor = memory_kb(process), processor_s(process) - processor
    took = [ms for viewer in rest for ms in viewer.took_ms]
    moved = [count for viewer in rest for count in viewer.moved]
    print(
        f"viewers: {viewers} on one process for {seconds:.0f} s, each acts every {pause_s:.0f} s or so: {len(took):,} reruns, "
        f"p50 {median(took):,.0f} ms, p95 {quantiles(took, n=20)[-1]:,.0f} ms, slowest {max(took):,.0f} ms"
    )
    print(f"viewers: processor time a rerun: {1000 * processor / len(took):,.1f} ms")
    print(f"viewers: bytes a rerun: median {median(moved):,.0f}, most {max(moved):,.0f}")
    each = [f"{(kb - before) / viewers:,.0f} kB" for kb in (opened, after)]
    whole = [f"{kb / 1000:,.0f} MB" for kb in (before, await middle, after)]
    print(f"viewers: memory a viewer: {each[0]} when all have opened the page, {each[1]} at the end")
    print(f"viewers: memory of the process: {whole[0]} before, {whole[1]} at half time, {whole[2]} at the end")
    for socket in sockets:
        await socket.close()


async def _memory_at(process: int, seconds: float) -> int:
    await asyncio.sleep(seconds)
    return memory_kb(process)


def main(viewers: int, zones: int, seconds: float, pause_s: float) -> None:
    """Lets that many viewers look at a store of so many zones for some seconds."""
    if not os.path.exists("/proc/self/status"):
        print("viewers: not measured: the memory of a process is read from /proc, which this system lacks")
        return
    with TemporaryDirectory() as scratch:
        store = Path(scratch) / "hudna.sqlite"
        ids = write_store(store, zones)
        with serving_process(store, Path(scratch) / "server.log") as (address, process):
            asyncio.run(_watch(address, process, ids, viewers, seconds, pause_s))
