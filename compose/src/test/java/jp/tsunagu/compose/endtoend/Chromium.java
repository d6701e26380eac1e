package jp.tsunagu.compose.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.contract.id.AgencyId;

/** The browser of this machine, with which tests look at pages as people do. */
public final class Chromium implements AutoCloseable {

  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--lang=ja-JP",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Path TOUR = Path.of("tour");
  private static final double LONGEST_WAIT_MILLIS = 20_000;

  private final Playwright playwright = Playwright.create();
  private final Browser browser;

  /** Starts it. */
  public Chromium() {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(installed().orElseThrow())
            .setArgs(ARGUMENTS);
    this.browser = playwright.chromium().launch(options);
  }

  /** Where it is; empty on a machine that has none. */
  public static Optional<Path> installed() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A person of an agency at a screen of this size. */
  public Page of(AgencyId agency, int width, int height, boolean scripts) {
    String token = "Bearer " + SampleCity.tokenOf(agency);
    return at(width, height, scripts, Map.of("Authorization", token)).newPage();
  }

  /** Somebody who has not logged in. */
  Page nobody() {
    return at(1280, 800, true, Map.of()).newPage();
  }

  /** Somebody who has not logged in and goes on past any certificate. */
  public Page whoeverShowsWhatever() {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
    context.setDefaultTimeout(LONGEST_WAIT_MILLIS);
    return context.newPage();
  }

  private BrowserContext at(int width, int height, boolean scripts, Map<String, String> headers) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo")
                .setJavaScriptEnabled(scripts)
                .setExtraHTTPHeaders(headers));
    context.setDefaultTimeout(LONGEST_WAIT_MILLIS);
    return context;
  }

  /** A sample person at a screen of this size, logged in where she began. */
  Page person(SingleMachine machine, String login, URI begin, boolean scripts) {
    Page page = at(1280, 800, scripts, Map.of()).newPage();
    page.navigate(begin.toString());
    page.locator("[name='username']").fill(login);
    page.locator("[name='password']")
        .fill(jp.tsunagu.compose.endtoend.Browser.passwordOf(machine, login));
    page.locator("[name='password']").press("Enter");
    page.waitForURL(begin.toString());
    return page;
  }

  /** What is called so. */
  static Page.GetByRoleOptions called(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  /** The row of a list in which this stands. */
  static Locator row(Page page, String text) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(text));
  }

  /**
   * Keeps a picture of the page, at both sizes of screen that offices have, where somebody wants to
   * look at them ({@code -Dpictures=true}): each costs as much as showing the page ten times.
   */
  public static void shoot(Page page, String name) {
    if (Boolean.getBoolean("pictures")) {
      page.setViewportSize(1024, 768);
      picture(page, name + "-1024");
      page.setViewportSize(1280, 800);
      picture(page, name + "-1280");
    }
  }

  /** The picture of this name that the README shows, made anew where that is asked for. */
  static void forReadme(Page page, String name) {
    if (Boolean.getBoolean("readme.pictures")) {
      page.evaluate("() => window.scrollTo(0, 0)");
      SmallPicture.write(page.screenshot(), TOUR.resolve(name + ".png"));
    }
  }

  /** Keeps a figure beside the pictures. */
  static void note(String line) {
    try {
      Files.createDirectories(SHOTS);
      Files.writeString(
          SHOTS.resolve("figures.txt"),
          line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /** Whether everybody can use the page: nothing serious or critical. */
  public static void isForEverybody(Page page) {
    assertThat(wrong(page)).as(page.url()).isEmpty();
  }

  /**
   * What is serious or critical about a page. It is looked at in one piece, because none has frames
   * of others; else each look would open an empty page beside it to put the pieces together. Who
   * looks is a script that has no limit of its own: a page without scripts ends the test here.
   */
  static List<String> wrong(Page page) {
    page.waitForFunction("() => true");
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
