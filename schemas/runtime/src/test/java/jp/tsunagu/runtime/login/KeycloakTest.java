package jp.tsunagu.runtime.login;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.runtime.service.SmallService;
import jp.tsunagu.runtime.testing.Keycloak;
import jp.tsunagu.runtime.testing.LocalCookies;
import jp.tsunagu.runtime.testing.LoudWithoutKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same login with a provider of another make and other names of claims, by settings alone. The
 * services start while it is away.
 */
@Tag("slow")
@ExtendWith(LoudWithoutKeycloak.class)
class KeycloakTest {
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  @TempDir static Path folder;
  private static Keycloak provider;
  private static SmallService one;
  private static SmallService other;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new LocalCookies())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @BeforeAll
  static void start() throws IOException {
    provider = new Keycloak(Keycloak.distribution().orElseThrow(), folder.resolve("keycloak"));
    one = small("one");
    other = small("other");
    provider.start(Map.of("one", one.at("").toString(), "other", other.at("").toString()));
  }

  private static SmallService small(String name) {
    return SmallService.start(
        LoginTest.Service.class,
        Stream.concat(
                provider.settings(name).stream(), Stream.of("spring.application.name=" + name))
            .toList());
  }

  @AfterAll
  static void stop() {
    Stream.of(one, other, provider)
        .filter(Objects::nonNull)
        .forEach(
            each -> {
              switch (each) {
                case SmallService service -> service.close();
                case Keycloak keycloak -> keycloak.close();
                default -> throw new IllegalStateException();
              }
            });
  }

  @Test
  void somebody_logs_in_once_for_all_services_logs_out_of_all_and_is_out_when_her_account_ends()
      throws Exception {
    HttpResponse<String> question = get(one, "/agencies/shakyo/who");
    assertThat(question.uri().toString()).startsWith(provider.issuer());
    Map<String, String> hers = Map.of("username", "hanako", "password", "花の木 7");
    HttpResponse<String> page = submit(question, hers);
    assertThat(page.uri().getPath()).isEqualTo("/agencies/shakyo/who");
    assertThat(page.body()).isEqualTo("AgencyStaff 見本 花子");
    assertThat(get(other, "/agencies/shakyo/who").body())
        .as("not asked again")
        .isEqualTo("AgencyStaff 見本 花子");

    HttpResponse<String> leaving = get(one, "/logout");
    HttpResponse<String> onward = submit(leaving, Map.of());
    HttpResponse<String> ended = submit(onward, Map.of());
    assertThat(ended.uri()).isEqualTo(one.at("/login/ended"));
    await().atMost(SOON).until(() -> isOut(one) && isOut(other));

    assertThat(submit(get(one, "/agencies/shakyo/who"), hers).body()).contains("見本 花子");
    assertThat(get(other, "/agencies/shakyo/who").body()).contains("見本 花子");
    provider.disable("hanako");
    await().atMost(SOON).until(() -> isOut(one) && isOut(other));
    assertThat(submit(get(one, "/agencies/shakyo/who"), hers).body()).doesNotContain("見本 花子");
  }

  private boolean isOut(SmallService service) {
    HttpRequest.Builder asked = service.request("/api/who", null);
    return SmallService.send(browser, asked.header("Accept", "application/json")).statusCode()
        == 401;
  }

  private HttpResponse<String> get(SmallService service, String path) {
    return SmallService.send(browser, page(service.at(path)));
  }

  private static HttpRequest.Builder page(URI address) {
    return HttpRequest.newBuilder(address).header("Accept", "text/html,*/*;q=0.8");
  }

  /** The form of a page with what is hidden in it and these. */
  private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> typed) {
    MatchResult action = ACTION.matcher(page.body()).results().findFirst().orElseThrow();
    URI address = page.uri().resolve(action.group(1).replace("&amp;", "&"));
    Stream<Map.Entry<String, String>> hidden =
        HIDDEN.matcher(page.body()).results().map(each -> Map.entry(each.group(1), each.group(2)));
    String body =
        Stream.concat(hidden, typed.entrySet().stream())
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return SmallService.send(
        browser,
        page(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }
}
