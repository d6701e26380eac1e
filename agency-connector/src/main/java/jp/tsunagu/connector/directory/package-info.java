/**
 * What the network publishes about itself: agencies, keys, settings; readable while the broker is
 * down.
 */
@NullMarked
package jp.tsunagu.connector.directory;

import org.jspecify.annotations.NullMarked;
