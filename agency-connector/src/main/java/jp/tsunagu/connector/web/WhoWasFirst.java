package jp.tsunagu.connector.web;

import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.dossier.ActingPersons;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.contract.wording.EventWords;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the second of two people at one referral who was first, what it was and when, as far as her
 * agency was told of it: another agency by its name, a colleague by hers.
 */
@Component
public final class WhoWasFirst {

  private final Tools tools;
  private final ActingPersons persons;

  WhoWasFirst(Tools tools, ActingPersons persons) {
    this.tools = tools;
    this.persons = persons;
  }

  /**
   * The refusal with who was first; as it is where it is about the form, or nobody was.
   *
   * @param seen the version of the referral that she was shown; none where it was not said
   */
  public Problem orElse(
      AgencyId agency, ReferralId referral, @Nullable Long seen, Problem problem) {
    if (seen == null || problem.code().equals(CommonProblem.FORM_INVALID.code())) {
      return problem;
    }
    return tools
        .records()
        .firstDone(agency, referral, seen)
        .map(
            event ->
                CommonProblem.STATE_CHANGED
                    .saying(said(agency, event) + "送ったものは登録されていません。")
                    .fixedBy("今の状態を確かめてから送り直してください。")
                    .in(problem.errors()))
        .orElse(problem);
  }

  private String said(AgencyId agency, CaseEvent event) {
    String when =
        DateWords.momentNear(event.header().recordedAt(), TokyoTime.dateOf(tools.draft().now()));
    return "この連絡は、"
        + when
        + " に"
        + who(agency, event.header())
        + "が「"
        + EventWords.of(event, tools.directory().snapshot()).label()
        + "」を登録しました。";
  }

  private String who(AgencyId agency, EventHeader header) {
    AgencyId whose = Objects.requireNonNullElse(header.by().onBehalfOf(), header.actor());
    if (!header.actor().equals(agency)) {
      return tools.directory().snapshot().nameOf(whose);
    }
    return Optional.ofNullable(header.by().actingPerson())
        .flatMap(person -> persons.nameOf(agency, person))
        .map(name -> "この機関の" + name.value() + "さん")
        .orElse("この機関の人");
  }
}
