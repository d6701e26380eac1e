package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * The latest sheet of one form (様式) in a case; of a form of a meeting, the latest about one item.
 *
 * @param revision which of this form in this case it is, from 1
 * @param dated the day it bears (Asia/Tokyo)
 * @param persons whom it is about
 * @param sequence of the event that told it
 * @param dossierId what travelled with it, if anything
 * @param item of a form of a meeting, the item it is about
 */
public record RecordedForm(
    FormRef form,
    int revision,
    LocalDate dated,
    Set<PersonRef> persons,
    AgencyId recordedBy,
    long sequence,
    @Nullable DossierId dossierId,
    @Nullable MeetingRequestId item) {

  /** Keeps an unmodifiable copy. */
  public RecordedForm {
    persons = Set.copyOf(persons);
  }

  RecordedForm seenBy(Withholding withholding) {
    return new RecordedForm(
        form, revision, dated, persons, withholding.agency(recordedBy), sequence, dossierId, item);
  }

  /** Whether it is a sheet of this form, about this item where it is one of a meeting. */
  boolean isOf(FormRef asked, @Nullable MeetingRequestId about) {
    return form.formId().equals(asked.formId()) && Objects.equals(item, about);
  }
}
