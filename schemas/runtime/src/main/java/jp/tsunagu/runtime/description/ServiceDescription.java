package jp.tsunagu.runtime.description;

import java.util.Map;

/**
 * What a service says of its interface as a whole; everything else is read from its methods.
 *
 * @param title in Japanese
 * @param description in Japanese: for whom it is and what holds for all of it
 * @param variables what the variables in its addresses are, by name, in Japanese
 */
public record ServiceDescription(String title, String description, Map<String, String> variables) {

  /** Keeps an unmodifiable copy. */
  public ServiceDescription {
    variables = Map.copyOf(variables);
  }
}
