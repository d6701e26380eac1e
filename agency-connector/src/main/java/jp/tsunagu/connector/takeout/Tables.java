package jp.tsunagu.connector.takeout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.paper.SheetPaper.Consented;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.CommandOutcome;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.ItemPosition;
import jp.tsunagu.connector.record.MeetingNotice;
import jp.tsunagu.connector.record.MeetingRecords;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.view.AccessView;
import jp.tsunagu.connector.view.FormVersionView;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.connector.view.MeetingView;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Field;
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

  /** So many rows are read at a time. */
  private static final int LOT = 200;

  private final Records records;
  private final FormVersions forms;
  private final MeetingRecords meetings;
  private final AccessLog log;
  private final Colleagues colleagues;
  private final CurrentDirectory directory;

  Tables(
      Records records,
      FormVersions forms,
      MeetingRecords meetings,
      AccessLog log,
      Colleagues colleagues,
      CurrentDirectory directory) {
    this.records = records;
    this.forms = forms;
    this.meetings = meetings;
    this.log = log;
    this.colleagues = colleagues;
    this.directory = directory;
  }

  /** All cases, the newest first. */
  void eachCase(AgencyId agency, Consumer<CaseView> use) {
    pages((@Nullable CaseId before) -> records.cases(agency, before, LOT), CaseView::caseId, use);
  }

  /** Everything but who has read what, which is told last. */
  void write(AgencyId agency, Archive archive) {
    cases(agency, archive);
    referrals(agency, archive);
    consents(agency, archive);
    commands(agency, archive);
    forms(agency, archive);
    meetings(agency, archive);
    news(agency, archive);
  }

  private void cases(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/案件.csv",
        List.of(
            "案件番号",
            "案件ID",
            "最後に動いた日時",
            Heading.FIELD.label(),
            Heading.AREA.label(),
            "連絡",
            "同意",
            "欠けている理由"),
        lines ->
            eachCase(
                agency,
                view -> {
                  Optional<Consultation> known = view.state().map(CaseState::consultation);
                  lines.accept(
                      List.of(
                          number(view.caseNumber()),
                          view.caseId().toString(),
                          at(view.changedAt()),
                          known.map(one -> labels(one)).orElse(""),
                          known.map(one -> area(one.reception().area())).orElse(""),
                          count(view.state().map(state -> state.referrals().size())),
                          count(view.state().map(state -> state.consents().size())),
                          view.incomplete().orElse("")));
                }));
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
            pages(
                (@Nullable ReferralId before) ->
                    records.referrals(
                        agency, new ReferralQuery(null, null, false, null, before, LOT)),
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
        number(Optional.ofNullable(view.caseNumber())),
        leg.referralId().toString(),
        view.side().label(),
        leg.mode().label(),
        leg.urgency().label(),
        directory().nameOf(leg.sender()),
        directory().nameOf(leg.receiver()),
        leg.stage().label(),
        at(leg.progress().sentAt()),
        clock == null ? "" : at(clock.respondBy()));
  }

  private void consents(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/同意.csv",
        List.of("案件番号", "世帯員", "目的", "範囲", "渡す先", "渡さない先", "得た方法と日", "いつまで"),
        lines ->
            eachCase(
                agency,
                view ->
                    view.state().map(CaseState::consents).orElse(List.of()).stream()
                        .map(consent -> Consented.of(consent.terms(), directory()))
                        .forEach(
                            consent -> {
                              archive.count(Taken.CONSENTS, 1);
                              lines.accept(line(view, consent));
                            })));
  }

  private static List<String> line(CaseView view, Consented consent) {
    return List.of(
        number(view.caseNumber()),
        consent.person(),
        consent.purpose(),
        consent.scope(),
        consent.recipients(),
        consent.exclusions(),
        consent.given(),
        consent.until());
  }

  private void commands(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/指示.csv",
        List.of("案件番号", "指示ID", "指示", "出した日時", "状態", Heading.OUTCOME.label()),
        lines ->
            eachCase(
                agency,
                view -> {
                  List<CommandOutcome> outcomes = records.outcomes(agency, view.caseId());
                  archive.count(Taken.COMMANDS, outcomes.size());
                  outcomes.stream().map(OutcomeView::of).map(Tables::line).forEach(lines);
                }));
  }

  private static List<String> line(OutcomeView outcome) {
    return List.of(
        number(Optional.ofNullable(outcome.sent().caseNumber())),
        outcome.sent().commandId().toString(),
        outcome.sent().kind().label(),
        at(outcome.submittedAt()),
        outcome.state().label(),
        Optional.ofNullable(outcome.effect().result()).orElse(""));
  }

  private void forms(AgencyId agency, Archive archive) {
    Team team = colleagues.team(agency);
    archive.table(
        "一覧/様式.csv",
        List.of("案件番号", "様式", "呼び名", "版", "書いた人", "残した日時"),
        lines ->
            eachCase(
                agency,
                view ->
                    forms.all(agency, view.caseId()).stream()
                        .map(outline -> FormVersionView.of(outline, team, directory()))
                        .forEach(
                            version ->
                                lines.accept(
                                    List.of(
                                        number(view.caseNumber()),
                                        version.formId(),
                                        version.title(),
                                        Integer.toString(version.number()),
                                        Optional.ofNullable(version.author()).orElse(""),
                                        at(version.keptAt()))))));
  }

  private void meetings(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/会議.csv",
        List.of("案件番号", "会議", "目的", "日", "時刻", "主催", "状態"),
        lines ->
            pages(
                (@Nullable ItemPosition after) ->
                    meetings.notices(
                        agency, new MeetingRecords.Wanted(Instant.EPOCH, null, after, LOT)),
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
        number(notice.item().caseNumber()),
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
    pages(
        (@Nullable Long after) -> records.inbox(agency, after == null ? 0 : after, LOT),
        InboxItem::position,
        item -> use.accept(InboxView.of(item, directory())));
  }

  private static List<String> line(InboxView news) {
    return List.of(
        Long.toString(news.position()),
        news.type().label(),
        number(Optional.ofNullable(news.caseNumber())),
        Stream.ofNullable(news.caseId()).map(Object::toString).collect(Collectors.joining()),
        Stream.ofNullable(news.referralId()).map(Object::toString).collect(Collectors.joining()),
        at(news.recordedAt()));
  }

  /** Who has read what, this take-out too. */
  void accesses(AgencyId agency, Archive archive) {
    Map<String, Colleague> known = colleagues.byAccount(agency);
    archive.table(
        "一覧/閲覧の記録.csv",
        List.of("番号", "日時", "だれ", "方法", "案件ID", "連絡ID", "欄"),
        lines ->
            pages(
                (@Nullable Long after) -> log.of(agency, after == null ? 0 : after, LOT),
                AccessEntry::number,
                entry -> {
                  archive.count(Taken.ACCESSES, 1);
                  lines.accept(line(AccessView.of(entry, known, directory())));
                }));
  }

  private static List<String> line(AccessView access) {
    return List.of(
        Long.toString(access.number()),
        at(access.at()),
        access.who(),
        access.to().way().label(),
        access.caseId().toString(),
        Stream.ofNullable(access.referralId()).map(Object::toString).collect(Collectors.joining()),
        access.what());
  }

  /** A page of a list, behind the last of the page before; none for the first. */
  @FunctionalInterface
  private interface PageAfter<K, T> {
    List<T> read(@Nullable K last);
  }

  private static <K, T> void pages(
      PageAfter<K, T> page, Function<T, K> key, Consumer<? super T> use) {
    List<T> rows = page.read(null);
    while (!rows.isEmpty()) {
      rows.forEach(use);
      rows = rows.size() < LOT ? List.of() : page.read(key.apply(rows.getLast()));
    }
  }

  private NetworkDirectory directory() {
    return directory.snapshot();
  }

  private static String labels(Consultation known) {
    return known.fields().stream().sorted().map(Field::label).collect(Collectors.joining("、"));
  }

  private String area(AreaId area) {
    return area.equals(AreaId.WITHHELD) ? "" : directory().nameOf(area);
  }

  private static String number(Optional<CaseNumber> number) {
    return number.map(CaseNumber::value).orElse("");
  }

  private static String count(Optional<Integer> count) {
    return count.map(Object::toString).orElse("");
  }

  private static String at(Instant moment) {
    return TokyoTime.written(moment);
  }
}
