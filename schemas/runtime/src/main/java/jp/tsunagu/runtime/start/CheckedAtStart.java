package jp.tsunagu.runtime.start;

/**
 * Settings that know what is wrong with them. Every bean of this kind is asked before any other
 * bean is made, so that a person learns of all faults of all settings at once.
 *
 * <p>Implemented by {@code @ConfigurationProperties} records; a value that cannot be read at all
 * ({@code threads=many}) is told by itself.
 */
public interface CheckedAtStart {

  /** Tells everything that is missing or unusable; must not throw, connect or wait. */
  void check(Faults faults);
}
