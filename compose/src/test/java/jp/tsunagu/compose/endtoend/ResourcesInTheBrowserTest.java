package jp.tsunagu.compose.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static jp.tsunagu.compose.endtoend.Chromium.called;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import org.junit.jupiter.api.Test;

/** A resource (社会資源) is entered in one agency's window and read in another's. */
@InTheBrowser
class ResourcesInTheBrowserTest {

  private static final String WHAT = "子ども食堂の手伝い";

  @Test
  void what_one_agency_types_into_the_register_another_one_finds(
      Network network, Chromium chromium) {
    Page owner = chromium.of(SHAKYO, 1280, 800, true);
    owner.navigate(network.window(SHAKYO, "/window/resources").toString());
    owner.getByRole(AriaRole.LINK, called("社会資源を登録する")).click();
    owner.locator("#doing [name='what']").fill(WHAT);
    owner.locator("#doing [name='forWhom']").fill("人と関わる役割がほしい人");
    owner.locator("#doing [name='capacity']").fill("2");
    Chromium.shoot(owner, "resource-form");
    Chromium.isForEverybody(owner);
    owner.getByRole(AriaRole.BUTTON, called("社会資源を登録する")).click();
    assertThat(owner.locator(".told")).containsText("すべての機関に見えます");
    assertThat(Chromium.row(owner, WHAT)).containsText("2/2人");
    Chromium.shoot(owner, "resources");
    Page reader = chromium.of(HOKATSU, 1280, 800, true);
    reader.navigate(network.window(HOKATSU, "/window/resources").toString());
    reader.locator("[role='search'] [name='words']").fill("食堂");
    reader.locator("[role='search'] [name='words']").press("Enter");
    assertThat(Chromium.row(reader, WHAT)).containsText("2/2人");
    assertThat(Chromium.row(reader, WHAT).locator(".act")).isEmpty();
    Chromium.isForEverybody(reader);
    Chromium.shoot(reader, "resources-read");
  }
}
