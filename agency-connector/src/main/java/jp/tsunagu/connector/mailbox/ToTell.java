package jp.tsunagu.connector.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import org.springframework.stereotype.Component;

/**
 * Notes what the mailbox is to be told of, inside the transaction that takes in what causes it. The
 * moments of a deadline are noted with the clock that sets them; whether they still matter is seen
 * when they come.
 */
@Component
public final class ToTell {

  /** What was told so long ago is forgotten, and what nobody could be told of for as long. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final HostedAgencies agencies;
  private final Clock clock;

  ToTell(HostedAgencies agencies, Clock clock) {
    this.agencies = agencies;
    this.clock = clock;
  }

  /**
   * Takes an event in.
   *
   * @param after the case after it
   * @param handed the leg that it puts before this agency, if it does
   */
  public void take(
      AgencyDatabase database, CaseEvent event, CaseState after, Optional<ReferralId> handed) {
    if (agencies.find(database.agency()).map(HostedAgency::mailbox).isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    handed.flatMap(after::referral).ifPresent(leg -> arrived(database, event, leg, now));
    if (event instanceof InformationRequested asked
        && isOfSender(database.agency(), after, asked.referralId())) {
      add(database, WaitReason.QUESTION, event, asked.referralId(), now);
    }
  }

  private static boolean isOfSender(AgencyId own, CaseState after, ReferralId referralId) {
    return after.referral(referralId).map(Referral::sender).filter(own::equals).isPresent();
  }

  private static void arrived(AgencyDatabase database, CaseEvent event, Referral leg, Instant now) {
    add(database, WaitReason.ARRIVAL, event, leg.referralId(), now);
    ResponseClock clock = leg.progress().clock();
    if (clock != null) {
      add(database, WaitReason.DUE_SOON, event, leg.referralId(), clock.dueSoonAt());
      add(database, WaitReason.OVERDUE, event, leg.referralId(), clock.respondBy());
    }
  }

  private static void add(
      AgencyDatabase database,
      WaitReason reason,
      CaseEvent cause,
      ReferralId referralId,
      Instant from) {
    database
        .jdbc()
        .sql(
            """
            insert into to_tell (reason, cause, referral_id, tell_from)
            values (:reason, :cause, :referralId, :from)
            on conflict do nothing
            """)
        .param("reason", reason.name())
        .param("cause", cause.header().eventId().value())
        .param("referralId", referralId.value())
        .param("from", Columns.at(from))
        .update();
  }

  /** Deletes what is past its time, and mails that tell of nothing any more. */
  public static int forgetOld(AgencyDatabase database, Instant now) {
    return database.inTransaction(
        () -> {
          Instant end = now.minus(KEPT);
          int rows =
              database
                  .jdbc()
                  .sql("delete from to_tell where tell_from < :end")
                  .param("end", Columns.at(end))
                  .update();
          return rows
              + database
                  .jdbc()
                  .sql(
                      """
                      delete from mail where settled_at < :end
                      and not exists (select 1 from to_tell where to_tell.mail_id = mail.id)
                      """)
                  .param("end", Columns.at(end))
                  .update();
        });
  }
}
