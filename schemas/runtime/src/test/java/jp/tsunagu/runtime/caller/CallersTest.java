package jp.tsunagu.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.CallerSettings.Entry;
import jp.tsunagu.runtime.caller.CallerSettings.Role;
import jp.tsunagu.runtime.caller.Callers.Judgement;
import jp.tsunagu.runtime.start.Faults;
import jp.tsunagu.runtime.start.StartRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallersTest {
  private static final Caller SHAKYO = new Caller.AgencySystem(new AgencyId("shakyo"));

  /** The last minute of 2027-03-31 in Tokyo, and the first of the day after. */
  private static final Instant LAST_MINUTE = Instant.parse("2027-03-31T14:59:00Z");

  private static final Instant DAY_AFTER = Instant.parse("2027-03-31T15:00:00Z");

  @Test
  void each_of_several_tokens_of_an_agency_stands_for_it_with_its_own_scope() {
    Callers callers =
        at(
            LAST_MINUTE,
            entry(Role.AGENCY, "shakyo", "one", null, Scope.WRITE),
            entry(Role.AGENCY, "shakyo", "two", null, Scope.READ),
            entry(Role.DESK, null, "three", null, Scope.WRITE));
    assertThat(callers.judge("one")).isEqualTo(new Judgement.Good(SHAKYO, Scope.WRITE, "課長の端末"));
    assertThat(callers.judge("two")).isEqualTo(new Judgement.Good(SHAKYO, Scope.READ, "課長の端末"));
    assertThat(callers.judge("three"))
        .isEqualTo(new Judgement.Good(new Caller.Desk(), Scope.WRITE, "課長の端末"));
    assertThat(callers.judge("four")).isEqualTo(new Judgement.Unknown());
    assertThat(callers.judge(TokenHash.hex("one")))
        .as("the hash is no token")
        .isEqualTo(new Judgement.Unknown());
  }

  @Test
  void a_token_is_good_to_the_end_of_its_last_day_in_Tokyo() {
    Entry entry = entry(Role.MANAGER, null, "one", "2027-03-31", Scope.READ);
    assertThat(at(LAST_MINUTE, entry).judge("one"))
        .isEqualTo(new Judgement.Good(new Caller.Supervisor(), Scope.READ, "課長の端末"));
    assertThat(at(DAY_AFTER, entry).judge("one")).isEqualTo(new Judgement.Expired("課長の端末"));
  }

  @Test
  void without_settings_nobody_is_known() {
    assertThat(at(LAST_MINUTE).judge("one")).isEqualTo(new Judgement.Unknown());
  }

  @Test
  void one_token_for_two_callers_is_refused_whatever_settings_they_stand_in() {
    assertThatThrownBy(
            () ->
                at(
                    LAST_MINUTE,
                    entry(Role.AGENCY, "shakyo", "one", null, Scope.WRITE),
                    entry(Role.DESK, null, "one", null, Scope.WRITE)))
        .isInstanceOf(StartRefused.class);
  }

  @Test
  void everything_wrong_with_the_settings_is_told_by_its_place() {
    Faults faults = new Faults();
    new CallerSettings(
            List.of(
                entry(Role.AGENCY, null, "one", "someday", Scope.WRITE),
                new Entry(null, null, null, "abcd", null, Scope.WRITE),
                entry(Role.DESK, null, "one", null, Scope.WRITE)))
        .check(faults);
    assertThat(faults.list())
        .hasSize(5)
        .anySatisfy(line -> assertThat(line).contains("tsunagu.callers[0].agency がありません"))
        .anySatisfy(line -> assertThat(line).contains("tsunagu.callers[0].expires の値は使えません"))
        .anySatisfy(line -> assertThat(line).contains("tsunagu.callers[1].role がありません"))
        .anySatisfy(line -> assertThat(line).contains("tsunagu.callers[1].token-sha256"))
        .anySatisfy(line -> assertThat(line).contains("callers[2] は、tsunagu.callers[0] と同じ"))
        .noneSatisfy(line -> assertThat(line).contains("abcd"));
  }

  private static Callers at(Instant now, Entry... entries) {
    return new Callers(List.of(entries), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Entry entry(
      Role role, @Nullable String agency, String token, @Nullable String expires, Scope scope) {
    return new Entry(role, agency, "課長の端末", TokenHash.hex(token), expires, scope);
  }
}
