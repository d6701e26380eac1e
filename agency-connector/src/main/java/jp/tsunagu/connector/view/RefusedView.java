package jp.tsunagu.connector.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.CommandOutcome;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.NoticeWords;
import jp.tsunagu.runtime.dialect.AgencyNames;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as a person reads it: code and explanation, whom it is about, and what can be done
 * instead, best first. A refused command changes nothing, a refused sheet registers nothing.
 *
 * @param details what may not be told of these persons
 * @param recipients who may not be told it
 * @param openReferral the referral that is in the way
 * @param fix what can be done, in one sentence
 */
public record RefusedView(
    CommandId commandId,
    RefusalCode code,
    List<PersonRef> persons,
    List<DetailKind> details,
    List<AgencyId> recipients,
    @Nullable ReferralId openReferral,
    List<NextStep> nextSteps,
    String fix) {

  private static final String NOTHING_REGISTERED = "この指示からは何も登録されていません。";

  /** The view of a refusal. */
  public static RefusedView of(CommandId commandId, CommandState.Refused refused) {
    return new RefusedView(
        commandId,
        refused.code(),
        refused.persons().stream().sorted().toList(),
        refused.details().stream().sorted().toList(),
        refused.recipients().stream().sorted().toList(),
        refused.openReferral(),
        refused.nextSteps(),
        fix(refused.nextSteps()));
  }

  static RefusedView of(Notice.CommandRefused refused) {
    return of(
        refused.commandId(),
        new CommandState.Refused(
            refused.code(),
            refused.about().persons(),
            refused.nextSteps(),
            refused.about().details(),
            refused.about().recipients(),
            refused.about().openReferral()));
  }

  /** Why a command had no effect; empty where that is not so. */
  public static Optional<Problem> problem(CommandOutcome outcome, AgencyNames names) {
    return switch (outcome.state()) {
      case CommandState.Refused refused ->
          Optional.of(of(outcome.commandId(), refused).problem(names));
      case CommandState.Unreadable(String reason) -> Optional.of(unreadable(reason));
      case CommandState.Stored _,
          CommandState.Held _,
          CommandState.Sent _,
          CommandState.Accepted _,
          CommandState.Resealed _ ->
          Optional.empty();
    };
  }

  private static Problem unreadable(String reason) {
    Coded why = NoticeWords.whyUnreadable(reason);
    return ProblemKind.REFUSED
        .because(why.code(), why.label() + "。" + NOTHING_REGISTERED)
        .fixedBy("もう一度送ってください。続くときは、システムの担当者に知らせてください。");
  }

  /** What was refused and why: the reason, what lacks a basis, and that nothing is registered. */
  public String explained(AgencyNames names) {
    return Stream.of(code.label(), lacking(names), NOTHING_REGISTERED)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The same as every answer tells it. */
  public Problem problem(AgencyNames names) {
    return openReferral == null
        ? ProblemKind.REFUSED.because(code.name(), explained(names)).fixedBy(fix)
        : ProblemKind.stillOpen(openReferral);
  }

  private String lacking(AgencyNames names) {
    if (recipients.isEmpty() || persons.isEmpty()) {
      return "";
    }
    String who = joined(persons.stream().map(person -> "世帯員" + person.number()), "、");
    String what = joined(details.stream().map(Code::label), "・");
    String whom = joined(recipients.stream().map(names::of), "、");
    return who + "の「" + what + "」を" + whom + "へ渡す根拠がありません。";
  }

  /** One of them is enough, but for what is needed together. */
  private static String fix(List<NextStep> steps) {
    if (steps.isEmpty()) {
      return "内容を直して送り直してください。";
    }
    List<NextStep> needed = steps.stream().filter(NextStep::isNeeded).toList();
    if (needed.size() < 2) {
      return words(steps, "、または");
    }
    List<NextStep> instead = steps.stream().filter(step -> !step.isNeeded()).toList();
    String all = "すべて必要です: " + words(needed, "、");
    return instead.isEmpty() ? all : all + "それができないときは、" + words(instead, "、または");
  }

  private static String words(List<NextStep> steps, String between) {
    return joined(steps.stream().map(Code::label), between) + "。";
  }

  private static String joined(Stream<String> words, String between) {
    return words.collect(Collectors.joining(between));
  }
}
