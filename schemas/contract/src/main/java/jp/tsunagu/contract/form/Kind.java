package jp.tsunagu.contract.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.wording.Coded;

/**
 * What can stand in a field: how it is read, described and offered follows from it alone.
 *
 * @param <T> what reading gives
 */
public sealed interface Kind<T> {

  /**
   * A text as it was typed, without the blanks around it.
   *
   * @param longest in UTF-16 units
   * @param holds what it is for
   */
  record Text(int longest, Holds holds) implements Kind<String> {}

  /** What a text is for, so that one which another program spoilt is noticed. */
  enum Holds {
    WORDS,
    /** It names or locates somebody; a lost character would make it a wrong one. */
    NAME,
    TELEPHONE
  }

  /** One of a list, by code or label. */
  record OneOf<E extends Enum<E>>(Choice<E> choice) implements Kind<E> {}

  /** Several of a list, each by code or label; a single one needs no brackets. */
  record SomeOf<E extends Enum<E>>(Choice<E> choice) implements Kind<Set<E>> {}

  /** A whole number within limits. */
  record Whole(int least, int most) implements Kind<Integer> {}

  /** A person of a case by her number; a page that knows the household offers its people. */
  record OnePerson() implements Kind<PersonRef> {}

  /** Several persons of a case by their numbers; a single one needs no brackets. */
  record SomePersons() implements Kind<Set<PersonRef>> {}

  /**
   * はい or いいえ.
   *
   * @param example what an example says: never what only a person can confirm
   */
  record YesNo(boolean example) implements Kind<Boolean> {}

  /**
   * A day as people (和暦) and systems (ISO) write it.
   *
   * @param plausible which days can be meant
   */
  record Day(Plausible plausible) implements Kind<LocalDate> {}

  /**
   * A moment with offset, or Tokyo time without; to the millisecond.
   *
   * @param plausible on which days it can be
   */
  record Moment(Plausible plausible) implements Kind<Instant> {}

  /**
   * So many moments at most, in their order; a single one needs no brackets.
   *
   * @param plausible on which days they can be
   */
  record Moments(int most, Plausible plausible) implements Kind<List<Instant>> {}

  /** A file that was handed in before, by its number; a page takes the file itself. */
  record OneFile() implements Kind<UUID> {}

  /** A UUID in its canonical form. */
  record Uuid() implements Kind<UUID> {}

  /**
   * An agency of the network by its id.
   *
   * @param alsoFormer whether it may have left: who was there stays told
   */
  record OneAgency(boolean alsoFormer) implements Kind<AgencyId> {}

  /**
   * Several agencies by their ids; a single one needs no brackets.
   *
   * @param alsoExcluded whether a page offers here also who is excluded from the case (除外)
   */
  record SomeAgencies(boolean alsoExcluded) implements Kind<Set<AgencyId>> {}

  /** An item of a meeting (議題) by its id; a page that knows the case offers those of the case. */
  record OneItem() implements Kind<MeetingRequestId> {}

  /** A meeting by its number. */
  record OneMeeting() implements Kind<MeetingId> {}

  /**
   * One of a list the city keeps (reasons, areas, bodies), by code or label; reading gives the
   * code.
   *
   * @param list of the city as it is now; empty while it is not known, then any text will do
   */
  record Listed(Function<NetworkDirectory, List<Coded>> list) implements Kind<String> {}

  /**
   * A section with fields of its own.
   *
   * @param isMark whether it says something also with nothing filled in, so that a CSV file has a
   *     column (はい) for it
   */
  record Group(Form form, boolean isMark) implements Kind<Filled> {}

  /**
   * Rows with fields of their own.
   *
   * @param form of each row; its title is what a row is called in a CSV file (区分)
   * @param most so many rows at most
   */
  record Rows(Form form, int most) implements Kind<List<Filled>> {

    /** Whether each row is about a file: without one it says nothing. */
    public boolean areFiles() {
      return form.fields().stream().anyMatch(field -> field.kind() instanceof OneFile);
    }
  }
}
