package jp.tsunagu.connector.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes what the mailbox is to be told of, in the transaction that takes in what causes it. The
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
   * Something to tell.
   *
   * @param cause the event
   * @param referralId what it is about; none where it is about a question of 情報収集
   * @param caseId the case of that question; none otherwise
   * @param from from then on it is so
   */
  public record Fresh(
      WaitReason reason,
      EventId cause,
      @Nullable ReferralId referralId,
      @Nullable CaseId caseId,
      Instant from) {}

  /**
   * What an event gives to tell.
   *
   * @param after the case after it
   * @param handed the leg that it puts before this agency, if it does
   */
  public List<Fresh> of(
      AgencyId own, CaseEvent event, CaseState after, Optional<ReferralId> handed) {
    if (agencies.find(own).map(HostedAgency::mailbox).isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Fresh> fresh = new ArrayList<>();
    handed.flatMap(after::referral).ifPresent(leg -> arrived(fresh, event, leg, now));
    if (event instanceof InformationRequested asked && isOfSender(own, after, asked.referralId())) {
      add(fresh, WaitReason.QUESTION, event, asked.referralId(), now);
    }
    if (event instanceof InquirySent sent) {
      asked(fresh, own, sent, now);
    }
    return fresh;
  }

  /** Of who asks, only that the answer is overdue. */
  private static void asked(List<Fresh> fresh, AgencyId own, InquirySent sent, Instant now) {
    ResponseClock clock = sent.clock();
    if (sent.agency().equals(own)) {
      add(fresh, WaitReason.INQUIRY, sent, now);
      add(fresh, WaitReason.DUE_SOON, sent, clock.dueSoonAt());
      add(fresh, WaitReason.OVERDUE, sent, clock.respondBy());
    } else if (sent.header().actor().equals(own)) {
      add(fresh, WaitReason.UNANSWERED, sent, clock.respondBy());
    }
  }

  private static void add(List<Fresh> fresh, WaitReason reason, InquirySent cause, Instant from) {
    fresh.add(new Fresh(reason, cause.header().eventId(), null, cause.header().caseId(), from));
  }

  private static boolean isOfSender(AgencyId own, CaseState after, ReferralId referralId) {
    return after.referral(referralId).map(Referral::sender).filter(own::equals).isPresent();
  }

  private static void arrived(List<Fresh> fresh, CaseEvent event, Referral leg, Instant now) {
    add(fresh, WaitReason.ARRIVAL, event, leg.referralId(), now);
    ResponseClock clock = leg.progress().clock();
    if (clock != null) {
      add(fresh, WaitReason.DUE_SOON, event, leg.referralId(), clock.dueSoonAt());
      add(fresh, WaitReason.OVERDUE, event, leg.referralId(), clock.respondBy());
    }
  }

  private static void add(
      List<Fresh> fresh, WaitReason reason, CaseEvent cause, ReferralId referralId, Instant from) {
    fresh.add(new Fresh(reason, cause.header().eventId(), referralId, null, from));
  }

  /** Notes these inside the transaction that is running. */
  public static void note(AgencyDatabase database, List<Fresh> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Rows.of(fresh)
        .with("reason", "text", Fresh::reason)
        .with("cause", "uuid", Fresh::cause)
        .with("referral_id", "uuid", Fresh::referralId)
        .with("case_id", "uuid", Fresh::caseId)
        .with("tell_from", "timestamptz", Fresh::from)
        .in(
            database,
            """
            insert into to_tell (reason, cause, referral_id, case_id, tell_from)
            select r.reason, r.cause, r.referral_id, r.case_id, r.tell_from from {rows} order by r.n
            on conflict do nothing
            """)
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
