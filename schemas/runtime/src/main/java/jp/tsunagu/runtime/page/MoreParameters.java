package jp.tsunagu.runtime.page;

import java.util.Map;
import org.springframework.web.method.HandlerMethod;

/**
 * Query parameters that a service reads for many methods at once, and that none of them declares.
 */
@FunctionalInterface
public interface MoreParameters {

  /** Name and description of those of this method. */
  Map<String, String> of(HandlerMethod method);
}
