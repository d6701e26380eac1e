package jp.tsunagu.runtime.site;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells the name of whoever is logged in, for the frame of a page; a login provides it. */
@FunctionalInterface
public interface VisitorName {

  /** What the person is called; null where it is no person. */
  @Nullable String of(HttpServletRequest request);
}
