package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * A support beside the case (参加支援, アウトリーチ), the latest of its kind for a person.
 *
 * @param rhythm how often somebody stays in contact (伴走); none unless that is all that goes on
 * @param forms ids of the forms that were recorded about the person since it began
 * @param contacts how many were recorded
 * @param lastContactAt none before the first
 */
public record SideSupport(
    @Flat SideFlow flow,
    SideStage stage,
    @Nullable ContactRhythm rhythm,
    Set<String> forms,
    int contacts,
    @Nullable Instant lastContactAt) {

  /** Keeps an unmodifiable copy. */
  public SideSupport {
    forms = Set.copyOf(forms);
  }

  static SideSupport at(SideFlow flow, SideStage stage) {
    return new SideSupport(flow, stage, null, Set.of(), 0, null);
  }

  /** Whether one of its own stages is under way. */
  public boolean runs() {
    return flow.kind().stages().contains(stage);
  }

  /** Whether somebody is still in contact: it runs, or contact goes on after its end (伴走). */
  public boolean goesOn() {
    return runs() || stage == SideStage.STAYING;
  }

  SideSupport moved(SideStage next) {
    return new SideSupport(flow, next, null, forms, contacts, lastContactAt);
  }

  SideSupport ended(@Nullable ContactRhythm from) {
    SideStage next = from == null ? SideStage.ENDED : SideStage.STAYING;
    return new SideSupport(flow, next, from, forms, contacts, lastContactAt);
  }

  SideSupport contacted(Instant when) {
    Instant latest = lastContactAt == null || when.isAfter(lastContactAt) ? when : lastContactAt;
    return new SideSupport(flow, stage, rhythm, forms, contacts + 1, latest);
  }

  /** A sheet about the person stands. */
  SideSupport filled(RecordedForm sheet) {
    if (!runs() || !sheet.persons().contains(flow.person())) {
      return this;
    }
    Set<String> all = new HashSet<>(forms);
    all.add(sheet.form().formId());
    return new SideSupport(flow, stage, rhythm, all, contacts, lastContactAt);
  }

  /** As somebody sees it who is not told of the contacts. */
  public SideSupport withoutContacts() {
    return new SideSupport(flow, stage, rhythm, forms, 0, null);
  }

  SideSupport seenBy(Withholding withholding) {
    return new SideSupport(flow.seenBy(withholding), stage, rhythm, forms, contacts, lastContactAt);
  }
}
