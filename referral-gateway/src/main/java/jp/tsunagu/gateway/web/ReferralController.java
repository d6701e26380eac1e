package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.gateway.view.CaseIndex.Leg;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "連絡", description = "送った連絡、受けた連絡、自分がつないだ先の連絡")
@RestController
@RequestMapping(path = "/api/referrals", produces = MediaType.APPLICATION_JSON_VALUE)
final class ReferralController {

  private final ReadDesk desk;

  ReferralController(ReadDesk desk) {
    this.desk = desk;
  }

  @Operation(summary = "連絡の一覧", description = "新しい連絡番号から順に並ぶ")
  @FilterParameters
  @Gives(value = ReferralView.class, list = "items", description = "一覧の1ページ")
  @GetMapping
  ResponseEntity<Object> list(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return desk.read(caller, reading -> list(reading, new Query(parameters)));
  }

  @Operation(summary = "一つの連絡")
  @Gives(value = ReferralView.class, description = "連絡")
  @GetMapping("/{referralId}")
  ResponseEntity<Object> one(
      Caller caller, @Parameter(description = "連絡番号") @PathVariable String referralId) {
    return desk.read(
        caller,
        reading ->
            find(reading, referralId)
                .map(leg -> desk.tagged(view(reading, leg)))
                .orElseGet(() -> ProblemCode.REFERRAL_UNKNOWN.problem().response()));
  }

  private ResponseEntity<Object> list(Reading reading, Query query) {
    ReferralFilter filter = ReferralFilter.read(query, reading.names());
    int limit = query.limit();
    Cursor cursor = query.cursor(Lists.REFERRALS, Ids::isUuid);
    Optional<Problem> problem = query.problem();
    if (problem.isPresent()) {
      return problem.get().response();
    }
    Stream<Leg> rest =
        reading
            .cases()
            .legsOlderThan(cursor == null ? null : cursor.uuid())
            .flatMap(leg -> narrow(reading, leg).stream())
            .filter(filter);
    return desk.untagged(
        Page.of(
            rest,
            limit,
            leg -> Cursor.after(Lists.REFERRALS, leg.referral().referralId().value()),
            leg -> view(reading, leg)));
  }

  private static Optional<Leg> find(Reading reading, String referralId) {
    return Ids.parse(referralId)
        .map(ReferralId::new)
        .flatMap(
            id ->
                reading
                    .cases()
                    .containing(id)
                    .flatMap(reading.viewpoint()::narrow)
                    .flatMap(state -> state.referral(id).map(leg -> new Leg(state, leg))));
  }

  private static Optional<Leg> narrow(Reading reading, Leg leg) {
    return reading
        .viewpoint()
        .narrow(leg.state())
        .flatMap(
            state ->
                state.referral(leg.referral().referralId()).map(shown -> new Leg(state, shown)));
  }

  private static ReferralView view(Reading reading, Leg leg) {
    return ReferralView.of(leg.state(), leg.referral(), reading.names());
  }
}
