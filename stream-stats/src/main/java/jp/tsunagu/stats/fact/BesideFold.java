package jp.tsunagu.stats.fact;

import java.time.Instant;
import jp.tsunagu.contract.lifecycle.SideEvent;
import jp.tsunagu.contract.lifecycle.SideEvent.ContactRecorded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportBegun;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;

/** What the events of 参加支援 and アウトリーチ tell. */
final class BesideFold {

  private BesideFold() {}

  static void apply(FactsDraft draft, SideEvent event) {
    Instant when = event.header().occurredAt();
    switch (event) {
      case SideSupportBegun begun -> draft.beside.add(Beside.begun(begun.flow(), when));
      case SideSupportEnded ended -> end(draft, ended, when);
      case SideSupportMoved _, ContactRecorded _ -> {}
    }
  }

  /** The one that began last. */
  private static void end(FactsDraft draft, SideSupportEnded event, Instant when) {
    for (int place = draft.beside.size() - 1; place >= 0; place--) {
      Beside one = draft.beside.get(place);
      if (one.is(event.flow())) {
        draft.beside.set(place, one.ended(when, event.ground(), event.rhythm() != null));
        return;
      }
    }
  }
}
