package jp.tsunagu.gateway.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.PageAnswers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** 振り分け: to whom a sheet without addressee can be given, one click from the queue. */
@Controller
final class TriagePages {

  /** Where it stands; the sheet's own number follows. */
  static final String ADDRESS = "/desk/triage/";

  private final ReadDesk desk;
  private final WaitingQueue waiting;
  private final Clock clock;

  TriagePages(ReadDesk desk, WaitingQueue waiting, Clock clock) {
    this.desk = desk;
    this.waiting = waiting;
    this.clock = clock;
  }

  @GetMapping(ADDRESS + "{referralId}")
  Object candidates(Caller caller, @PathVariable String referralId) {
    return PageAnswers.of(
        desk.read(caller, reading -> candidates(reading, referralId)),
        TriagePage.class,
        page -> new ModelAndView("desk/triage", Map.of("page", page)));
  }

  private ResponseEntity<Object> candidates(Reading reading, String referralId) {
    return Ids.parse(referralId)
        .map(ReferralId::new)
        .flatMap(id -> reading.cases().containing(id).flatMap(state -> page(reading, state, id)))
        .<ResponseEntity<Object>>map(ResponseEntity::ok)
        .orElseGet(() -> ProblemCode.REFERRAL_UNKNOWN.problem().response());
  }

  private Optional<Object> page(Reading reading, CaseState whole, ReferralId id) {
    return reading
        .viewpoint()
        .narrow(whole)
        .flatMap(
            state ->
                state
                    .referral(id)
                    .map(
                        leg ->
                            TriagePage.of(
                                reading, state, leg, waiting.loads(reading), clock.instant())));
  }
}
