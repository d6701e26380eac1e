package jp.tsunagu.connector.takeout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.ItemPosition;
import jp.tsunagu.connector.record.MeetingNotice;
import jp.tsunagu.connector.record.MeetingRecords;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.view.AccessView;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.connector.view.MeetingView;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.wording.Heading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 一覧: a CSV for each kind of record, read a page at a time; what is in dossiers, forms and notes is
 * in none of them.
 */
@Component
final class Tables {

  private final Records records;
  private final CaseTables cases;
  private final MeetingRecords meetings;
  private final AccessLog log;
  private final Colleagues colleagues;
  private final CurrentDirectory directory;

  Tables(
      Records records,
      CaseTables cases,
      MeetingRecords meetings,
      AccessLog log,
      Colleagues colleagues,
      CurrentDirectory directory) {
    this.records = records;
    this.cases = cases;
    this.meetings = meetings;
    this.log = log;
    this.colleagues = colleagues;
    this.directory = directory;
  }

  /** Everything but who has read what, which is told last. */
  void write(AgencyId agency, Archive archive) {
    cases.write(agency, archive);
    referrals(agency, archive);
    meetings(agency, archive);
    news(agency, archive);
  }

  /** All cases, the newest first. */
  void eachCase(AgencyId agency, Consumer<CaseView> use) {
    cases.eachCase(agency, use);
  }

  private void referrals(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/連絡.csv",
        List.of(
            "案件番号",
            "連絡ID",
            "立場",
            "つなぎの種類",
            Heading.URGENCY.label(),
            "送った機関",
            "受けた機関",
            "段階",
            StageCode.SENT.label(),
            "回答期限"),
        lines ->
            Lots.each(
                (@Nullable ReferralId before) ->
                    records.referrals(
                        agency, new ReferralQuery(null, null, false, null, before, Lots.ROWS)),
                view -> view.referral().referralId(),
                view -> {
                  archive.count(Taken.REFERRALS, 1);
                  lines.accept(referral(view));
                }));
  }

  private List<String> referral(ReferralView view) {
    Referral leg = view.referral();
    ResponseClock clock = leg.progress().clock();
    return List.of(
        Cells.number(Optional.ofNullable(view.caseNumber())),
        leg.referralId().toString(),
        view.side().label(),
        leg.mode().label(),
        leg.urgency().label(),
        directory().nameOf(leg.sender()),
        directory().nameOf(leg.receiver()),
        leg.stage().label(),
        Cells.at(leg.progress().sentAt()),
        clock == null ? "" : Cells.at(clock.respondBy()));
  }

  private void meetings(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/会議.csv",
        List.of("案件番号", "会議", "目的", "日", "時刻", "主催", "状態"),
        lines ->
            Lots.each(
                (@Nullable ItemPosition after) ->
                    meetings.notices(
                        agency, new MeetingRecords.Wanted(Instant.EPOCH, null, after, Lots.ROWS)),
                Tables::position,
                notice -> {
                  archive.count(Taken.MEETINGS, 1);
                  lines.accept(meeting(agency, notice));
                }));
  }

  private static ItemPosition position(MeetingNotice notice) {
    return new ItemPosition(
        notice.slot().startsAt(), notice.item().requestId(), notice.item().meetingId().toString());
  }

  private List<String> meeting(AgencyId agency, MeetingNotice notice) {
    MeetingView view = MeetingView.of(notice, agency, directory());
    return List.of(
        Cells.number(notice.item().caseNumber()),
        notice.item().conference().label(),
        notice.item().purpose().label(),
        view.slot().date().toString(),
        view.slot().begins(),
        directory().nameOf(notice.item().organiser()),
        view.standing().state().label());
  }

  /** As CSV for people, and line by line with all they say for programs. */
  private void news(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/知らせ.csv",
        List.of("位置", "種類", "案件番号", "案件ID", "連絡ID", "記録の日時"),
        lines ->
            eachNews(
                agency,
                news -> {
                  archive.count(Taken.NEWS, 1);
                  lines.accept(line(news));
                }));
    archive.lines("一覧/知らせ.jsonl", lines -> eachNews(agency, lines::accept));
  }

  private void eachNews(AgencyId agency, Consumer<InboxView> use) {
    Lots.each(
        (@Nullable Long after) -> records.inbox(agency, after == null ? 0 : after, Lots.ROWS),
        InboxItem::position,
        item -> use.accept(InboxView.of(item, directory())));
  }

  private static List<String> line(InboxView news) {
    return List.of(
        Long.toString(news.position()),
        news.type().label(),
        Cells.number(Optional.ofNullable(news.caseNumber())),
        Cells.of(news.caseId()),
        Cells.of(news.referralId()),
        Cells.at(news.recordedAt()));
  }

  /** Who has read what, this take-out too. */
  void accesses(AgencyId agency, Archive archive) {
    Map<String, Colleague> known = colleagues.byAccount(agency);
    archive.table(
        "一覧/閲覧の記録.csv",
        List.of("番号", "日時", "だれ", "方法", "案件ID", "連絡ID", "欄"),
        lines ->
            Lots.each(
                (@Nullable Long after) -> log.of(agency, after == null ? 0 : after, Lots.ROWS),
                AccessEntry::number,
                entry -> {
                  archive.count(Taken.ACCESSES, 1);
                  lines.accept(line(AccessView.of(entry, known, directory())));
                }));
  }

  private static List<String> line(AccessView access) {
    return List.of(
        Long.toString(access.number()),
        Cells.at(access.at()),
        access.who(),
        access.to().way().label(),
        access.caseId().toString(),
        Cells.of(access.referralId()),
        access.what());
  }

  private NetworkDirectory directory() {
    return directory.snapshot();
  }
}
