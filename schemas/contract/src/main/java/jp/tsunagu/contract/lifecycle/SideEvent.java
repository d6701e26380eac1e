package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/** Events of a support beside the case: 参加支援 (図15) and アウトリーチ (図12). */
public sealed interface SideEvent extends CaseEvent {

  /** Which one it is about. */
  SideFlow flow();

  /** It began, with the reason why this agency carries it out. */
  record SideSupportBegun(EventHeader header, @Flat SideFlow flow, SideReason reason)
      implements SideEvent {}

  /**
   * It went on to another stage.
   *
   * @param passed what was missing, and why it went on nevertheless
   */
  record SideSupportMoved(
      EventHeader header,
      @Flat SideFlow flow,
      SideStage stage,
      @Nullable PassedGate passed,
      @Nullable DossierOutline dossier)
      implements SideEvent {}

  /** Somebody was in contact with the person: in which way and when, never what was said. */
  record ContactRecorded(
      EventHeader header,
      @Flat SideFlow flow,
      ContactKind contact,
      @Nullable DossierOutline dossier)
      implements SideEvent {}

  /**
   * It ended.
   *
   * @param ground why it ended without stable relations
   * @param rhythm how often somebody stays in contact from now on (伴走)
   * @param passed what was missing, and why it ended nevertheless
   */
  record SideSupportEnded(
      EventHeader header,
      @Flat SideFlow flow,
      @Nullable ClosingGround ground,
      @Nullable ContactRhythm rhythm,
      @Nullable PassedGate passed,
      @Nullable DossierOutline dossier)
      implements SideEvent {}
}
