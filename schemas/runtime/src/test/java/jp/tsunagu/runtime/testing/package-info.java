/** What tests of several modules need: a PDF read back, mail servers with moods and with TLS. */
@NullMarked
package jp.tsunagu.runtime.testing;

import org.jspecify.annotations.NullMarked;
