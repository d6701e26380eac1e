package jp.tsunagu.runtime.site;

import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** What all pages do alike with addresses and answers. */
public final class PageAnswers {

  private PageAnswers() {}

  /** Shows as a page what was found; what the interface refuses stays a refusal. */
  public static <T> Object of(
      ResponseEntity<Object> answer, Class<T> type, Function<T, ModelAndView> page) {
    Object body = answer.getBody();
    return type.isInstance(body) ? page.apply(type.cast(body)) : answer;
  }

  /** A form sends also what was left open. */
  public static MultiValueMap<String, String> filledIn(MultiValueMap<String, String> parameters) {
    MultiValueMap<String, String> filled = new LinkedMultiValueMap<>();
    parameters.forEach(
        (name, values) ->
            values.stream().filter(value -> !value.isBlank()).forEach(it -> filled.add(name, it)));
    return filled;
  }
}
