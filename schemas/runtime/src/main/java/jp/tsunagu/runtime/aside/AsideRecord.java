package jp.tsunagu.runtime.aside;

import org.jspecify.annotations.Nullable;

/**
 * A record that was put aside.
 *
 * @param key whose later records wait behind it; none where nothing waits
 */
public record AsideRecord(RawRecord record, @Nullable String key, AsideReason reason) {}
