package jp.tsunagu.connector.colleague;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.wording.Coded;

/** The forms with which an agency says who has what in hand, and who goes on for whom. */
public final class ColleagueForms {

  /** Nobody has it in hand. */
  public static final Coded NOBODY = new Coded("NONE", "担当なし");

  /** Whoever leads the agency. */
  public static final Coded LEADS = new Coded("LEADS", "機関の責任者");

  private static final UUID NO_ID = new UUID(0, 0);
  private static final String COLLEAGUE = "colleague";
  private static final String COVER = "cover";
  private static final FormField<LocalDate> UNTIL =
      FormField.day("until", "不在の最後の日", Plausible.PLANNED).must();
  private static final FormField<LocalDate> FROM =
      FormField.day("from", "離任の日", Plausible.PLANNED).must().hint("この日から、ここにログインできなくなります。");

  private ColleagueForms() {}

  /** For programs: who has a referral in hand. */
  public static final class Assignment implements Supplier<Form> {
    @Override
    public Form get() {
      return assignment(Team.NOBODY);
    }
  }

  /** For programs: she is away. */
  public static final class Absence implements Supplier<Form> {
    @Override
    public Form get() {
      return absence(Team.NOBODY, NO_ID);
    }
  }

  /** For programs: she leaves. */
  public static final class Leaving implements Supplier<Form> {
    @Override
    public Form get() {
      return leaving(Team.NOBODY, NO_ID);
    }
  }

  /** Who has a referral in hand. */
  public static Form assignment(Team team) {
    return Form.of("assignment", "担当を決める", choice(COLLEAGUE, "担当", assignees(team)).must());
  }

  private static List<Coded> assignees(Team team) {
    return Stream.concat(
            team.here().stream().map(one -> new Coded(one.id().toString(), team.labelled(one))),
            Stream.of(NOBODY))
        .toList();
  }

  private static FormField<String> choice(String name, String label, List<Coded> choices) {
    return FormField.listed(name, label, _ -> choices);
  }

  /** Who is to have it; empty for nobody. */
  public static Optional<UUID> assignee(Filled form, Team team) {
    return chosen(form, COLLEAGUE, team);
  }

  /** She is away up to a day. */
  public static Form absence(Team team, UUID who) {
    return covered(Form.of("absence", "不在にする", UNTIL), team, who)
        .checked(ColleagueForms::isNotOver);
  }

  private static void isNotOver(Filled form, Checking at) {
    LocalDate until = form.get(UNTIL);
    if (until != null && until.isBefore(at.today())) {
      at.problem(UNTIL, "もう過ぎた日です。", "今日か、それより後の日を書いてください。");
    }
  }

  /** She works here no more from a day on. */
  public static Form leaving(Team team, UUID who) {
    return covered(Form.of("leaving", "離任にする", FROM), team, who);
  }

  /** Whoever leads is the usual choice; who is to choose sees it as one. */
  private static Form covered(Form form, Team team, UUID who) {
    List<Coded> choices =
        Stream.concat(
                Stream.of(LEADS),
                team.here().stream()
                    .filter(one -> !one.id().equals(who))
                    .map(one -> new Coded(one.id().toString(), team.labelled(one))))
            .toList();
    return form.and(List.of(choice(COVER, "引き継ぐ人", choices).hint("空なら機関の責任者が引き継ぎます。")));
  }

  /** The last day of the absence. */
  public static LocalDate until(Filled form) {
    return form.must(UNTIL);
  }

  /** The first day on which she works here no more. */
  public static LocalDate from(Filled form) {
    return form.must(FROM);
  }

  /** Who goes on with her work; empty leaves it to who leads. */
  public static Optional<UUID> cover(Filled form, Team team) {
    return chosen(form, COVER, team);
  }

  private static Optional<UUID> chosen(Filled form, String name, Team team) {
    String code = form.get(choice(name, "", List.of()));
    return team.here().stream()
        .map(Colleague::id)
        .filter(id -> id.toString().equals(code))
        .findFirst();
  }
}
