/** A small service for tests of what every service does the same way. */
@NullMarked
package jp.tsunagu.runtime.service;

import org.jspecify.annotations.NullMarked;
