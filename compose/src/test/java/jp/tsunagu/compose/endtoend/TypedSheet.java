package jp.tsunagu.compose.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.LocalDate;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;

/** A つなぐシート as somebody types it into its page, and what that costs her. */
final class TypedSheet {
  private static final int CHARACTERS_A_SECOND = 3;

  private final Page page;
  private int fields;
  private int characters;

  TypedSheet(Page page) {
    this.page = page;
  }

  /** A person, what she wishes, and what it is about. */
  TypedSheet about(String name, String kana) {
    type("#f-persons-0-name", name);
    type("#f-persons-0-kana", kana);
    type("#f-persons-0-birthDate", "S19.2.11");
    type("#f-persons-0-wish", "膝が痛く、買い物に行けない。");
    choose("persons[0].basis", "CONSENT");
    choose("consultation.fields", "DISABILITY");
    area();
    choose("consultation.urgency", "NORMAL");
    return this;
  }

  /** It is sent there, and the person consents to that and to what is passed on to others. */
  TypedSheet to(AgencyId receiver, AgencyId... others) {
    sent();
    choose("referral.receiver", receiver.value());
    consented();
    choose("consents[0].recipients", receiver.value());
    return allowed(others);
  }

  /** The desk decides who gets it; the person consents to these. */
  TypedSheet toNobody(AgencyId... recipients) {
    sent();
    consented();
    return allowed(recipients);
  }

  /** How many fields were touched. */
  int fields() {
    return fields;
  }

  /** How long it takes to type what was typed. */
  Duration typing() {
    return Duration.ofMillis(characters * 1000L / CHARACTERS_A_SECOND);
  }

  private TypedSheet allowed(AgencyId... recipients) {
    for (AgencyId recipient : recipients) {
      choose("consents[0].recipients", recipient.value());
    }
    return this;
  }

  private void sent() {
    page.locator("[name='referral']").check();
    fields++;
  }

  private void consented() {
    type("#f-consents-0-person", "1");
    choose("consents[0].purpose", "COMPREHENSIVE_SUPPORT");
    choose("consents[0].scope", "IDENTITY");
    choose("consents[0].scope", "CONSULTATION");
    choose("consents[0].method", "WRITTEN");
    type("#f-consents-0-givenOn", LocalDate.now(TokyoTime.ZONE).toString());
  }

  private void type(String field, String text) {
    page.locator(field).fill(text);
    fields++;
    characters += text.length();
  }

  private void choose(String name, String value) {
    Locator choice = page.locator("input[name='" + name + "'][value='" + value + "']");
    if (choice.count() > 0) {
      choice.check();
    } else {
      page.locator("select[name='" + name + "']").selectOption(value);
    }
    fields++;
  }

  private void area() {
    Locator list = page.locator("select[name='consultation.area']");
    if (list.count() > 0) {
      list.selectOption(new SelectOption().setIndex(1));
    } else {
      page.locator("input[name='consultation.area']").first().check();
    }
    fields++;
  }
}
