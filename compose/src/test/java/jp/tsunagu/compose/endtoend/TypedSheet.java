package jp.tsunagu.compose.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A つなぐシート as somebody types it into its page, and what that costs her. */
final class TypedSheet {
  private static final int CHARACTERS_A_SECOND = 3;
  private static final Path SAMPLE = Path.of("tour", "sheet.json");

  private final Page page;
  private final Set<String> touched = new HashSet<>();
  private int characters;

  TypedSheet(Page page) {
    this.page = page;
  }

  /** A person, what she wishes, and what it is about. */
  TypedSheet about(String name, String kana) {
    type("persons[0].name", name);
    type("persons[0].kana", kana);
    type("persons[0].birthDate", "S19.2.11");
    type("persons[0].wish", "膝が痛く、買い物に行けない。");
    choose("persons[0].basis", "CONSENT");
    choose("consultation.fields", "DISABILITY");
    choose("consultation.area", "chubu");
    choose("consultation.urgency", "NORMAL");
    return this;
  }

  /** The sheet of the first README's five minutes, all that stands in it, but for its receiver. */
  TypedSheet sample() {
    JsonNode sheet = read(SAMPLE);
    JsonNode person = sheet.path("persons").path(0);
    for (String field : new String[] {"name", "kana", "address", "phoneHome", "care"}) {
      type("persons[0]." + field, person.path(field).asString());
    }
    type("persons[0].birthDate", "S19.2.11");
    label("persons[0].gender", person.path("gender"));
    person.path("troubles").forEach(trouble -> label("persons[0].troubles", trouble));
    choose("persons[0].basis", "CONSENT");
    consultation(sheet.path("consultation"));
    choose("household.basis", "CONSENT");
    household(sheet.path("household").path("rows"));
    type("note", sheet.path("note").asString());
    type("noteAbout", sheet.path("noteAbout").asString());
    assertThat(page.locator("[name='staff.name']")).not().hasValue("");
    type("staff.phone", sheet.path("staff").path("phone").asString());
    consent(sheet.path("consents").path(0));
    return this;
  }

  private void consultation(JsonNode consultation) {
    consultation.path("fields").forEach(field -> label("consultation.fields", field));
    choose("consultation.area", consultation.path("area").asString());
    label("consultation.urgency", consultation.path("urgency"));
    type("consultation.persons", consultation.path("persons").asString());
  }

  private void household(JsonNode rows) {
    for (int at = 0; at < rows.size(); at++) {
      String row = "household.rows[" + at + "].";
      if (page.locator("[name='" + row + "relation']").count() == 0) {
        page.locator("button[name='more'][value='household.rows']").click();
      }
      type(row + "relation", rows.path(at).path("relation").asString());
      type(row + "age", rows.path(at).path("age").asString());
    }
  }

  private void consent(JsonNode consent) {
    type("consents[0].person", consent.path("person").asString());
    label("consents[0].purpose", consent.path("purpose"));
    consent.path("scope").forEach(each -> label("consents[0].scope", each));
    label("consents[0].method", consent.path("method"));
    type("consents[0].givenOn", LocalDate.now(TokyoTime.ZONE).toString());
    consent.path("recipients").forEach(each -> choose("consents[0].recipients", each.asString()));
  }

  /** The desk decides who gets it; whoever else she consents to. */
  TypedSheet sentToNobody(AgencyId... recipients) {
    sent();
    return allowed(recipients);
  }

  /** It is sent there, and the person consents to that and to what is passed on to others. */
  TypedSheet to(AgencyId receiver, AgencyId... others) {
    sent();
    choose("referral.receiver", receiver.value());
    consented();
    choose("consents[0].recipients", receiver.value());
    return allowed(others);
  }

  /** How many fields were touched; several ticks in one are one. */
  int fields() {
    return touched.size();
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
    touched.add("referral");
  }

  private void consented() {
    type("consents[0].person", "1");
    choose("consents[0].purpose", "COMPREHENSIVE_SUPPORT");
    choose("consents[0].scope", "IDENTITY");
    choose("consents[0].scope", "CONSULTATION");
    choose("consents[0].method", "WRITTEN");
    type("consents[0].givenOn", LocalDate.now(TokyoTime.ZONE).toString());
  }

  /** What stands there already is left as it is. */
  private void type(String name, String text) {
    Locator field = page.locator("[name='" + name + "']");
    Hands.unfold(field);
    if (!field.inputValue().equals(text)) {
      field.fill(text);
      touched.add(name);
      characters += text.length();
    }
  }

  private void choose(String name, String value) {
    Hands.choose(page, name, value);
    touched.add(name);
  }

  /** As a person chooses: by what she reads. */
  private void label(String name, JsonNode word) {
    Locator choices = page.locator("label:has(input[name='" + name + "'])");
    Locator wanted =
        choices.filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByText(word.asString(), new Page.GetByTextOptions().setExact(true))));
    Hands.unfold(wanted);
    wanted.locator("input").check();
    touched.add(name);
  }

  private static JsonNode read(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
