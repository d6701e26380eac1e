package jp.tsunagu.connector.web;

import java.util.Map;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.runtime.caller.Door.Doors;
import jp.tsunagu.runtime.description.ServiceDescription;
import jp.tsunagu.runtime.site.SitePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the web side: who may enter, and the description of the API. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("agencyId", "自分の機関ID"),
          Map.entry("caseId", "案件番号(令和8-01234-4)か案件ID"),
          Map.entry("referralId", "連絡番号"),
          Map.entry("commandId", "指示の番号"),
          Map.entry("consentId", "同意の番号"),
          Map.entry("requestId", "会議の相談の番号"),
          Map.entry("person", "世帯員の番号"),
          Map.entry("number", "会議の資料の番号"),
          Map.entry("id", "届けられなかった知らせの番号"),
          Map.entry("name", "様式の名前"),
          Map.entry("dossierId", "書類の番号"),
          Map.entry("part", "書類の欄の名前"),
          Map.entry("formId", "様式のID"),
          Map.entry("colleague", "この機関の人の番号"),
          Map.entry("resourceId", "社会資源の番号"),
          Map.entry("placeId", "席の番号"),
          Map.entry("issueId", "地域課題の番号"),
          Map.entry("lost", "網が覚えていない連絡の一覧での番号"),
          Map.entry("partition", "パーティション"),
          Map.entry("offset", "位置"));

  @Bean
  static Doors doors(HostedAgencies agencies) {
    return Doors.of(ActingAgency.door(agencies));
  }

  @Bean
  static SitePart part() {
    return SitePart.WINDOW;
  }

  @Bean
  static ServiceDescription description() {
    return new ServiceDescription(
        "つなぐ 機関コネクタ API",
        "機関のシステムがつなぐシートを送り、届いた連絡に答えるための API です。"
            + "POST には Idempotency-Key が必要です。"
            + "wait=秒 を付けると、ネットワークの判断(受付・不受理)まで最大10秒待ちます。"
            + "occurredAt(実際の日時)、phonedAt(電話した日時)、onBehalfOf(代行入力の相手)はどの POST にも書けます。",
        VARIABLES);
  }
}
