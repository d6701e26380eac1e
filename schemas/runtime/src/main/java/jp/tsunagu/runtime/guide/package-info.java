/**
 * 手引き: two A4 pages for each role, printed by every service at the same address. What they say
 * stands in {@code guides/} of the resources, a file for each role.
 */
@NullMarked
package jp.tsunagu.runtime.guide;

import org.jspecify.annotations.NullMarked;
