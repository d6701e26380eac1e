package jp.tsunagu.compose.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;

/** What people do on every page alike: choose, send, look again. */
final class Hands {

  private Hands() {}

  /** Takes one of the things that can be done next. */
  static void next(Page page, String title) {
    page.locator(".choices a").getByText(title).click();
  }

  /** Sends the form that is open, and is told that it was. */
  static void sends(Page page, String title) {
    page.locator("#doing, form:has([name='items'])")
        .getByRole(AriaRole.BUTTON)
        .getByText(title)
        .click();
    assertThat(page.locator("#problems")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile(".*[?&]done=.*"));
  }

  /** Chooses a value, however the page offers it. */
  static void choose(Page page, String name, String code) {
    there(page.locator("[name='" + name + "']").first());
    Locator choice = page.locator("input[name='" + name + "'][value='" + code + "']");
    if (choice.count() > 0) {
      if (!choice.isVisible()) {
        unfold(choice);
      }
      choice.check();
    } else {
      Locator list = page.locator("select[name='" + name + "']");
      unfold(list);
      list.selectOption(code);
    }
  }

  /** Opens what the field is folded into. */
  static void unfold(Locator field) {
    there(field);
    if (!field.isVisible()) {
      field.locator("xpath=ancestor::details[not(@open)]/summary").last().click();
    }
  }

  /**
   * A page that is still being read has not all of its fields: who counts them waits for this one.
   */
  static void there(Locator field) {
    field.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  /** Looks again until it is there, as somebody without scripts does. */
  static void until(Page page, Locator wanted) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              if (wanted.count() == 0) {
                page.reload();
              }
              return wanted.count() > 0;
            });
  }

  /** What came is shown by itself, and by looking again where there are no scripts. */
  static void comes(Page page, Locator wanted, boolean scripts) {
    if (scripts && wanted.count() == 0) {
      page.locator("#news a").click();
    }
    until(page, wanted);
  }
}
