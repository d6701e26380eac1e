package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.lifecycle.SideEvent.ContactRecorded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportBegun;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;

/** The events of 参加支援 and アウトリーチ in a protected case, as everybody may see them. */
final class GeneralSide {

  private GeneralSide() {}

  static SideEvent of(SideEvent event, Withholding withholding) {
    EventHeader header = withholding.header(event.header());
    SideFlow flow = event.flow().seenBy(withholding);
    return switch (event) {
      case SideSupportBegun begun -> new SideSupportBegun(header, flow, begun.reason());
      case SideSupportMoved moved ->
          new SideSupportMoved(
              header, flow, moved.stage(), moved.passed(), withholding.outline(moved.dossier()));
      case ContactRecorded recorded ->
          new ContactRecorded(
              header, flow, recorded.contact(), withholding.outline(recorded.dossier()));
      case SideSupportEnded ended ->
          new SideSupportEnded(
              header,
              flow,
              ended.ground(),
              ended.rhythm(),
              ended.passed(),
              withholding.outline(ended.dossier()));
    };
  }
}
