package jp.tsunagu.scheduler.mail;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.scheduler.paper.NoticeOccasion;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Schedule;
import jp.tsunagu.scheduler.paper.rendering.MeetingWords;

/** A notice in plain words, for the text of a mail. */
final class NoticeText {

  private static final MeetingWords WORDS = new MeetingWords();

  private NoticeText() {}

  /** Such as 【開催通知・出席依頼】支援会議 令和8年10月13日(火). */
  static String subject(NoticePaper notice) {
    return ("【%s】%s %s")
        .formatted(
            notice.occasion().title(),
            notice.session().conference().label(),
            WORDS.shortDay(notice.schedule().date()));
  }

  static String body(NoticePaper notice) {
    return Stream.of(
            greeting(notice), meeting(notice), items(notice), answer(notice), closing(notice))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static Stream<String> greeting(NoticePaper notice) {
    String occasion =
        switch (notice.occasion()) {
          case NoticeOccasion.Invited _ -> "次のとおり会議を開きます。ご出席をお願いします。";
          case NoticeOccasion.Changed(Schedule before) ->
              "先にお知らせした会議(" + WORDS.when(before) + " " + before.room() + ")を、次のとおり変更します。";
          case NoticeOccasion.Cancelled(var reason) ->
              "次の会議(議題)の通知を取り消します。理由: " + reason.label() + "。";
        };
    return Stream.of(notice.addressee().name() + " 御中", "", occasion, "");
  }

  private static Stream<String> meeting(NoticePaper notice) {
    return Stream.of(
        "会議体: " + notice.session().body(),
        "会議区分: " + notice.session().conference().label(),
        "日時: " + WORDS.when(notice.schedule()),
        "会場: " + notice.schedule().room(),
        "");
  }

  private static Stream<String> items(NoticePaper notice) {
    return Stream.concat(Stream.of("貴機関に関わる議題:"), notice.items().stream().map(NoticeText::item));
  }

  private static String item(NoticePaper.Item item) {
    return "・%s 案件 %s %s(%d分)"
        .formatted(
            WORDS.span(item.startsAt(), item.minutes()),
            item.caseNumber(),
            item.purpose().label(),
            item.minutes());
  }

  private static Stream<String> answer(NoticePaper notice) {
    if (notice.occasion() instanceof NoticeOccasion.Cancelled || notice.answerBy() == null) {
      return Stream.of("");
    }
    return Stream.of("", "出欠のお返事: " + WORDS.moment(notice.answerBy()) + "まで", "");
  }

  private static Stream<String> closing(NoticePaper notice) {
    Stream<String> secrecy =
        notice.session().conference() == ConferenceKind.SUPPORT_CONFERENCE
            ? Stream.of("構成員は、知り得た秘密を漏らしてはなりません(社会福祉法第106条の6)。資料は会議後に回収します。", "")
            : Stream.of();
    Stream<String> contact =
        Stream.ofNullable(notice.contact()).map(contactText -> "問合せ先: " + contactText);
    return Stream.of(secrecy, contact, Stream.of("差出人: " + notice.session().organiser()))
        .flatMap(lines -> lines);
  }
}
