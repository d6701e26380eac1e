package jp.tsunagu.contract.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name in JSON
 * @param label what a person reads, and the heading of its column in CSV
 * @param required whether the form cannot be used without it
 * @param hint what to write, in Japanese; told where it is missing and in every description; may be
 *     empty
 * @param owner whose the text is
 * @param tells what it tells of its owner; none where that follows from something else
 * @param <T> what reading gives
 */
public record FormField<T>(
    String name,
    String label,
    Kind<T> kind,
    boolean required,
    String hint,
    TextOwner owner,
    @Nullable DetailKind tells) {

  private static final int LONGEST_TELEPHONE = 40;

  private static <T> FormField<T> of(String name, String label, Kind<T> kind) {
    return new FormField<>(name, label, kind, false, "", TextOwner.NOBODY, null);
  }

  /** A text of at most so many characters. */
  public static FormField<String> text(String name, String label, int longest) {
    return of(name, label, new Kind.Text(longest, Kind.Holds.WORDS));
  }

  /** A name, reading or address of at most so many characters. */
  public static FormField<String> nameText(String name, String label, int longest) {
    return of(name, label, new Kind.Text(longest, Kind.Holds.NAME));
  }

  /** A telephone number. */
  public static FormField<String> telephone(String name, String label) {
    return of(name, label, new Kind.Text(LONGEST_TELEPHONE, Kind.Holds.TELEPHONE));
  }

  /** One of a list. */
  public static <E extends Enum<E>> FormField<E> oneOf(
      String name, String label, Choice<E> choice) {
    return of(name, label, new Kind.OneOf<>(choice));
  }

  /** Several of a list. */
  public static <E extends Enum<E>> FormField<Set<E>> someOf(
      String name, String label, Choice<E> choice) {
    return of(name, label, new Kind.SomeOf<>(choice));
  }

  /** A whole number within limits. */
  public static FormField<Integer> whole(String name, String label, int least, int most) {
    return of(name, label, new Kind.Whole(least, most));
  }

  /** A person of a case. */
  public static FormField<PersonRef> person(String name, String label) {
    return FormField.<PersonRef>of(name, label, new Kind.OnePerson()).hint("世帯員の番号を書いてください。");
  }

  /** Several persons of a case. */
  public static FormField<Set<PersonRef>> persons(String name, String label) {
    return FormField.<Set<PersonRef>>of(name, label, new Kind.SomePersons())
        .hint("世帯員の番号を書いてください。");
  }

  /** Yes or no. */
  public static FormField<Boolean> yesNo(String name, String label) {
    return of(name, label, new Kind.YesNo(true));
  }

  /** What only a person can confirm: no example does. */
  public static FormField<Boolean> confirmation(String name, String label) {
    return of(name, label, new Kind.YesNo(false));
  }

  /** A day. */
  public static FormField<LocalDate> day(String name, String label, Plausible plausible) {
    return of(name, label, new Kind.Day(plausible));
  }

  /** A moment. */
  public static FormField<Instant> moment(String name, String label, Plausible plausible) {
    return of(name, label, new Kind.Moment(plausible));
  }

  /** So many moments at most. */
  public static FormField<List<Instant>> moments(
      String name, String label, int most, Plausible plausible) {
    return of(name, label, new Kind.Moments(most, plausible));
  }

  /** A file that was handed in before. */
  public static FormField<UUID> file(String name, String label) {
    return FormField.<UUID>of(name, label, new Kind.OneFile())
        .hint("先に POST …/files で登録したファイルの番号です。");
  }

  /** A UUID. */
  public static FormField<UUID> uuid(String name, String label) {
    return of(name, label, new Kind.Uuid());
  }

  /** An agency. */
  public static FormField<AgencyId> agency(String name, String label) {
    return of(name, label, new Kind.OneAgency(false));
  }

  /** An agency that is or was of the network. */
  public static FormField<AgencyId> everAgency(String name, String label) {
    return of(name, label, new Kind.OneAgency(true));
  }

  /** Several agencies. */
  public static FormField<Set<AgencyId>> agencies(String name, String label) {
    return of(name, label, new Kind.SomeAgencies(false));
  }

  /** Several agencies, those among them that are excluded from the case (除外). */
  public static FormField<Set<AgencyId>> everyAgency(String name, String label) {
    return of(name, label, new Kind.SomeAgencies(true));
  }

  /** A meeting. */
  public static FormField<MeetingId> meeting(String name, String label) {
    return of(name, label, new Kind.OneMeeting());
  }

  /** An item of a meeting (議題). */
  public static FormField<MeetingRequestId> item(String name, String label) {
    return of(name, label, new Kind.OneItem());
  }

  /** One of a list the city keeps. */
  public static FormField<String> listed(
      String name, String label, Function<NetworkDirectory, List<Coded>> list) {
    return of(name, label, new Kind.Listed(list));
  }

  /** A reason of one of the city's lists. */
  public static FormField<String> reason(
      String name, String label, Function<NetworkDirectory, List<Reason>> list) {
    return listed(
        name,
        label,
        directory ->
            list.apply(directory).stream()
                .map(reason -> new Coded(reason.code(), reason.label()))
                .toList());
  }

  /** A section. */
  public static FormField<Filled> group(String name, Form form) {
    return of(name, form.title(), new Kind.Group(form, false));
  }

  /** A section that says something also with nothing filled in. */
  public static FormField<Filled> mark(String name, Form form) {
    return of(name, form.title(), new Kind.Group(form, true));
  }

  /** Rows, so many at most. */
  public static FormField<List<Filled>> rows(String name, Form row, int most) {
    return of(name, row.title(), new Kind.Rows(row, most));
  }

  /** The same, without which the form cannot be used. */
  public FormField<T> must() {
    return new FormField<>(name, label, kind, true, hint, owner, tells);
  }

  /** The same under another label; what was filled in is found under either. */
  public FormField<T> labelled(String other) {
    return new FormField<>(name, other, kind, required, hint, owner, tells);
  }

  /** The same with this hint. */
  public FormField<T> hint(String text) {
    return new FormField<>(name, label, kind, required, text, owner, tells);
  }

  /** The same, whose text belongs to this one. */
  public FormField<T> ownedBy(TextOwner other) {
    return new FormField<>(name, label, kind, required, hint, other, tells);
  }

  /** The same, which tells this of its owner. */
  public FormField<T> telling(DetailKind detail) {
    return new FormField<>(name, label, kind, required, hint, owner, detail);
  }

  /** What can be chosen; empty where it is no choice or the city's list is not known. */
  public List<Coded> choices(NetworkDirectory directory) {
    return switch (kind) {
      case Kind.OneOf<?> one -> one.choice().coded();
      case Kind.SomeOf<?> some -> some.choice().coded();
      case Kind.Listed listed -> listed.list().apply(directory);
      default -> List.of();
    };
  }

  /** What to do where the field is missing or cannot be read. */
  public String fix(NetworkDirectory directory) {
    List<Coded> choices = choices(directory);
    if (choices.isEmpty()) {
      return hint.isEmpty() ? "記入してください。" : hint;
    }
    String list =
        choices.stream()
            .map(choice -> choice.label() + "(" + choice.code() + ")")
            .collect(Collectors.joining("、"));
    return "次から選んでください: " + list + "。" + hint;
  }
}
