package jp.tsunagu.contract.caseform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.AddedField;
import jp.tsunagu.contract.directory.AddedKind;
import jp.tsunagu.contract.directory.FormChoice;
import jp.tsunagu.contract.directory.FormOwner;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

/** Fields that a city adds to a form: each says whose it is and what it tells of that person. */
final class AddedFields {

  private static final int LINE = 200;
  private static final int STORY = 2000;
  private static final int MOST = 999_999;
  private static final String OF_THE_AGENCY = "この様式を読むすべての機関に渡ります。世帯員のことは世帯員の行に書いてください。";

  private AddedFields() {}

  /**
   * Why it cannot be; empty where it can.
   *
   * @param row the rows of persons it stands in; null where it stands in none
   * @param at where the city's declaration says it
   */
  static Optional<FormObjection> objection(AddedField field, @Nullable Form row, String at) {
    if (row == null && !field.section().isEmpty()) {
      return object(
          at + ".section",
          "'" + field.section() + "' という世帯員の行はこの様式にありません。",
          "世帯員の行の名前を書くか、様式そのものに足すなら section を消してください。");
    }
    return switch (field.owner()) {
      case PERSON -> ofPerson(field, row, at);
      case AGENCY -> ofAgency(field, row, at);
      case UNKNOWN -> object(at + ".owner", "を読めません。", choose(FormOwner.class));
    };
  }

  private static Optional<FormObjection> ofPerson(AddedField field, @Nullable Form row, String at) {
    if (row == null) {
      return object(
          at + ".owner", "行の世帯員 の欄は、世帯員の行にだけ足せます。", "section に世帯員の行の名前を書くか、owner を 書いた機関 にしてください。");
    }
    if (field.tells() == null && !row.fields().contains(CaseForm.ABOUT)) {
      return object(
          at + ".tells",
          "がありません。",
          "この欄が世帯員の何を伝えるかを選んでください: "
              + List.of(DetailKind.values()).stream()
                  .map(kind -> kind.label() + " (" + kind.name() + ")")
                  .collect(Collectors.joining("、"))
              + "。");
    }
    return choices(field, at);
  }

  private static Optional<FormObjection> ofAgency(AddedField field, @Nullable Form row, String at) {
    if (row != null) {
      return object(
          at + ".owner",
          "書いた機関 の欄は、世帯員の行には足せません。",
          "owner を 行の世帯員 にして tells を選ぶか、section を消してください。");
    }
    return field.tells() == null
        ? choices(field, at)
        : object(at + ".tells", "は 書いた機関 の欄には書けません。", "この行を消すか、owner を 行の世帯員 にしてください。");
  }

  private static Optional<FormObjection> choices(AddedField field, String at) {
    if (field.kind() == AddedKind.UNKNOWN) {
      return object(at + ".kind", "を読めません。", choose(AddedKind.class));
    }
    boolean isChoice = field.kind() == AddedKind.ONE_OF;
    if (isChoice == field.choices().isEmpty()) {
      return isChoice
          ? object(at + ".choices", "がありません。", "選べるものを「- code: …」で一つ以上書いてください。")
          : object(
              at + ".choices",
              "は kind が " + AddedKind.ONE_OF.label() + " のときだけ書けます。",
              "この行を消すか、kind を変えてください。");
    }
    long codes = field.choices().stream().map(FormChoice::code).distinct().count();
    return codes == field.choices().size()
        ? Optional.empty()
        : object(at + ".choices", "に同じコードが二つあります。", "別のコードにしてください。");
  }

  private static <E extends Enum<E> & GrowingCode> String choose(Class<E> codes) {
    return "次から選んでください: "
        + GrowingCode.known(codes).stream()
            .map(code -> code.label() + " (" + code.name() + ")")
            .collect(Collectors.joining("、"))
        + "。";
  }

  private static Optional<FormObjection> object(String place, String problem, String fix) {
    return Optional.of(new FormObjection(place, problem, fix));
  }

  /** The field of a form, of one that nothing is objected to. */
  static FormField<?> of(AddedField added) {
    boolean isPersons = added.owner() == FormOwner.PERSON;
    String hint = isPersons ? added.words().hint() : added.words().hint() + OF_THE_AGENCY;
    FormField<?> field =
        kind(added).hint(hint).ownedBy(isPersons ? TextOwner.PERSON : TextOwner.AGENCY);
    DetailKind tells = added.tells();
    FormField<?> telling = tells == null ? field : field.telling(tells);
    return added.required() ? telling.must() : telling;
  }

  private static FormField<?> kind(AddedField added) {
    String name = added.name();
    String label = added.words().label();
    return switch (added.kind()) {
      case LINE, UNKNOWN -> FormField.text(name, label, LINE);
      case STORY -> FormField.text(name, label, STORY);
      case DAY -> FormField.day(name, label, Plausible.PLANNED);
      case NUMBER -> FormField.whole(name, label, 0, MOST);
      case YES_NO -> FormField.yesNo(name, label);
      case ONE_OF -> {
        List<Coded> choices =
            added.choices().stream()
                .map(choice -> new Coded(choice.code(), choice.label()))
                .toList();
        yield FormField.listed(name, label, _ -> choices);
      }
    };
  }
}
