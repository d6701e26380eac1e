package jp.tsunagu.compose.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static jp.tsunagu.compose.endtoend.Chromium.called;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.contract.id.AgencyId;
import org.junit.jupiter.api.Test;

/** Two agencies do their work in a browser: one writes a sheet, the other one reads and accepts. */
@InTheBrowser
class AgencyWindowInTheBrowserTest {

  private static final String NAME = "鶸谷 窓子";
  private static final int MOST_FIELDS = 25;
  private static final int MOST_CLICKS = 4;

  @Test
  void a_sheet_written_in_an_empty_window_is_accepted_by_its_receiver_in_four_clicks(
      Network network, Chromium chromium) {
    Page receiver = open(chromium, network, SHOGAI_SOUDAN, "/", true);
    assertThat(receiver.locator("#live .word")).hasText("つながっています");
    Chromium.isForEverybody(receiver);
    Chromium.shoot(receiver, "today-before");

    Page sender = open(chromium, network, HOKATSU, "/window/sheet", true);
    Chromium.shoot(sender, "sheet-empty");
    Chromium.isForEverybody(sender);
    sender.getByRole(AriaRole.BUTTON, called("登録する")).click();
    assertThat(sender.locator("#problems")).containsText("か所を直してください");
    Chromium.shoot(sender, "sheet-refused");
    Chromium.isForEverybody(sender);
    TypedSheet sheet = typed(sender);
    assertThat(sheet.fields()).isLessThanOrEqualTo(MOST_FIELDS);
    sender.getByRole(AriaRole.BUTTON, called("渡る内容を確かめる")).click();
    assertThat(sender.locator(".preview")).containsText(NAME);
    Chromium.shoot(sender, "sheet-preview");
    sender.getByRole(AriaRole.BUTTON, called("登録する")).click();
    assertThat(sender).hasURL(Pattern.compile(".*/window/cases/[0-9a-f-]+.*"));
    Chromium.shoot(sender, "case");
    Chromium.isForEverybody(sender);
    assertThat(sender.url()).doesNotContain("鶸");

    assertThat(receiver.locator("#news")).containsText("件を表示");
    receiver.locator("#news a").click();
    Chromium.shoot(receiver, "today");
    Chromium.isForEverybody(receiver);
    int clicks = 0;
    Locator arrived = Chromium.row(receiver, number(sender));
    clicks += click(arrived.getByRole(AriaRole.BUTTON));
    assertThat(receiver.locator("main")).containsText(NAME);
    assertThat(receiver.locator("main")).containsText("昭和19年(1944年)2月11日");
    Chromium.shoot(receiver, "referral");
    Chromium.isForEverybody(receiver);
    clicks += click(receiver.locator(".choices a").getByText("受理する"));
    Chromium.shoot(receiver, "referral-accept");
    Chromium.isForEverybody(receiver);
    clicks += click(receiver.getByRole(AriaRole.BUTTON, called("受理する")));
    assertThat(receiver.locator(".ladder li.done").last()).containsText("受理");
    assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    assertThat(receiver.title()).doesNotContain("鶸");
    Chromium.shoot(receiver, "referral-accepted");

    receiver.navigate(network.window(SHOGAI_SOUDAN, "/window/received").toString());
    Chromium.shoot(receiver, "received");
    Chromium.isForEverybody(receiver);
    Locator found = foundByReading(receiver);
    Chromium.shoot(receiver, "found");
    Chromium.isForEverybody(receiver);
    found.click();
    assertThat(receiver.locator("main")).containsText(NAME);
    sender.navigate(network.window(HOKATSU, "/window/sent").toString());
    Chromium.shoot(sender, "sent");
    Chromium.isForEverybody(sender);
    sender.navigate(network.window(HOKATSU, "/window/cases").toString());
    Chromium.shoot(sender, "cases");
    Chromium.isForEverybody(sender);
    sender.navigate(
        network.window(HOKATSU, "/window/cases/00000000-0000-7000-8000-000000000000").toString());
    assertThat(sender.locator("h1")).hasText("見つかりません");
    Chromium.shoot(sender, "missing");
    Chromium.isForEverybody(sender);
  }

  /** Somebody calls and says her name. */
  private static Locator foundByReading(Page page) {
    page.locator("#who").fill("ひわたに");
    page.locator("#who").press("Enter");
    Locator found = page.locator("table a").getByText(NAME + "(ひわたに まどこ)").first();
    assertThat(found).isVisible();
    assertThat(page.url()).endsWith("/window/find");
    assertThat(page.title()).doesNotContain("鶸");
    return found;
  }

  @Test
  void everything_but_the_live_news_works_without_scripts(Network network, Chromium chromium) {
    Page sender = open(chromium, network, HOKATSU, "/window/sheet", false);
    typed(sender);
    sender.getByRole(AriaRole.BUTTON, called("登録する")).click();
    assertThat(sender).hasURL(Pattern.compile(".*/window/cases/[0-9a-f-]+.*"));
    Page receiver = open(chromium, network, SHOGAI_SOUDAN, "/", false);
    Locator arrived = Chromium.row(receiver, number(sender));
    Hands.comes(receiver, arrived, false);
    arrived.getByRole(AriaRole.BUTTON).click();
    receiver.locator(".choices a").getByText("照会する").click();
    receiver.locator("#f-note").fill("お薬の名前を教えてください。");
    receiver.locator("input[name='noteNamesNoOne'][value='はい']").check();
    receiver.getByRole(AriaRole.BUTTON, called("照会する")).click();
    assertThat(receiver.locator("main")).containsText("照会");
    assertThat(receiver.locator("#problems")).hasCount(0);
    receiver.navigate(network.window(SHOGAI_SOUDAN, "/window/received").toString());
    foundByReading(receiver).click();
    assertThat(receiver.locator("main")).containsText(NAME);
    aPlanIsWritten(sender);
  }

  /** A form of the case, from its list to a version that stays. */
  private static void aPlanIsWritten(Page page) {
    page.getByRole(AriaRole.LINK, called("様式(アセスメント・プラン・評価)")).click();
    page.locator("a[href$='/forms/plan/write']").click();
    page.locator("#f-author").fill("東部 山田");
    page.locator("#f-goals-0-person").selectOption("1");
    page.locator("[name='goals[0].term'][value='LONG']").check();
    page.locator("#f-goals-0-about").selectOption("CARE");
    page.locator("#f-goals-0-goal").fill("髙﨑さんの店まで歩く");
    page.getByRole(AriaRole.BUTTON, called("渡る内容を確かめる")).click();
    assertThat(page.locator("#preview")).containsText("ほかの機関には何も渡りません");
    Chromium.shoot(page, "form-preview");
    page.getByRole(AriaRole.BUTTON, called("書き終える")).click();
    assertThat(page.locator("h1")).containsText("様式");
    Chromium.shoot(page, "forms");
    page.locator("a[href$='/forms/plan/1']").click();
    assertThat(page.locator("main")).containsText("髙﨑さんの店まで歩く");
    Chromium.shoot(page, "form-version");
  }

  @Test
  void the_second_of_two_people_in_two_browsers_is_told_who_was_first(
      Network network, Chromium chromium) {
    String sent = registered(network, Forms.sentTo(SHAKYO).toString());
    Page one = logged(chromium, network, "shakyo-1", SHAKYO);
    Page other = logged(chromium, network, "shakyo-lead", SHAKYO);
    opens(one, network, SHAKYO, sent);
    Locator steps = one.locator(".choices a").getByText("受理する");
    assertThat(steps).isVisible();
    String referral = one.url().replaceAll("[?#].*", "");
    one.navigate(referral + "?do=accept#doing");
    other.navigate(referral + "?do=accept#doing");
    one.getByRole(AriaRole.BUTTON, called("受理する")).click();
    assertThat(one.locator(".ladder li.done").last()).containsText("受理");
    isSecond(other, "受理する", "見本", "さんが「受理」を登録しました。");
    assertThat(other.locator(".ladder li.done").last()).containsText("受理");

    sent = registered(network, Forms.sheet(DESK, SHAKYO).toString());
    Page desk = logged(chromium, network, "desk-1", DESK);
    Page system = open(chromium, network, DESK, "/", true);
    opens(desk, network, DESK, sent);
    assertThat(desk.locator(".choices a").getByText("振り分ける")).isVisible();
    String sheet = desk.url().replaceAll("[?#].*", "") + "?do=triage&receiver=shakyo#doing";
    desk.navigate(sheet);
    system.navigate(sheet);
    Hands.sends(desk, "振り分ける(調整窓口)");
    isSecond(system, "振り分ける(調整窓口)", "見本 窓口良子さんが「振り分け」を登録しました。");
  }

  /** She sends what she typed, is told who was first, and has it still. */
  private static void isSecond(Page page, String title, String... told) {
    page.locator("#doing [name='note']").fill("明日 電話します。");
    page.locator("#doing").getByRole(AriaRole.BUTTON).getByText(title).click();
    for (String words : told) {
      assertThat(page.locator("#problems, #refusal").first()).containsText(words);
    }
    assertThat(page.locator("[name='note']")).hasValue("明日 電話します。");
    Chromium.shoot(page, "second");
    Chromium.isForEverybody(page);
  }

  private static Page logged(Chromium chromium, Network network, String login, AgencyId agency) {
    return chromium.person(network.machine(), login, network.window(agency, "/"), true);
  }

  private static String registered(Network network, String form) {
    Reply sent = network.agency(HOKATSU).register(form);
    assertThat(sent.isSuccess()).as(sent.toString()).isTrue();
    return sent.text("referralId");
  }

  /** By its address: what waits today is a list with an end, and others filled it. */
  private static void opens(Page page, Network network, AgencyId receiver, String referral) {
    await().atMost(SOON).until(() -> network.agency(receiver).referral(referral).status() == 200);
    page.navigate(network.window(receiver, "/window/referrals/" + referral).toString());
    page.locator("form[action$='/open'] button").first().click();
  }

  private static TypedSheet typed(Page sender) {
    return new TypedSheet(sender).about(NAME, "ひわたに まどこ").to(SHOGAI_SOUDAN);
  }

  /** Of the case that is shown. */
  private static String number(Page page) {
    assertThat(page.locator("h1")).hasText(Pattern.compile("令和\\d+-\\d{5}-\\d"));
    return page.locator("h1").innerText().strip();
  }

  private static int click(Locator locator) {
    locator.click();
    return 1;
  }

  private static Page open(
      Chromium chromium, Network network, AgencyId agency, String path, boolean scripts) {
    Page page = chromium.of(agency, 1280, 800, scripts);
    page.navigate(network.window(agency, path).toString());
    return page;
  }
}
