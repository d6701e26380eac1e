package jp.tsunagu.contract.lifecycle;

import java.util.List;
import jp.tsunagu.contract.growth.GrowingCode;

/** A support that runs beside the case, with stages of its own. */
public enum SideKind implements GrowingCode {
  /** 図15: for whom no programme fits. */
  PARTICIPATION(
      "参加支援",
      List.of(SideStage.RECEPTION, SideStage.PLANNING, SideStage.MATCHING, SideStage.SETTLING)),
  /** 図12: begins before the person consents. */
  OUTREACH(
      "アウトリーチ",
      List.of(SideStage.GATHERING, SideStage.PREPARING, SideStage.RELATING, SideStage.VISITING)),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL, List.of());

  private final String label;
  private final List<SideStage> stages;

  SideKind(String label, List<SideStage> stages) {
    this.label = label;
    this.stages = stages;
  }

  /** Its stages in their order. */
  public List<SideStage> stages() {
    return stages;
  }

  /** The stage it begins with. */
  SideStage first() {
    return stages.isEmpty() ? SideStage.UNKNOWN : stages.getFirst();
  }

  /** Whether it can go from one of its stages to the other: to the next one, or back. */
  public boolean leads(SideStage from, SideStage to) {
    int place = stages.indexOf(from);
    int next = stages.indexOf(to);
    return place >= 0 && next >= 0 && next != place && next <= place + 1;
  }

  /** Whether that is one of its stages, and a later one. */
  public boolean leadsOn(SideStage from, SideStage to) {
    return leads(from, to) && stages.indexOf(to) > stages.indexOf(from);
  }

  @Override
  public String label() {
    return label;
  }
}
