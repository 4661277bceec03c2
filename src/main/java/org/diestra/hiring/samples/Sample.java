package org.diestra.hiring.samples;

import org.diestra.platform.base.Area;

/**
 * What an assistant says about a piece of work.
 *
 * @param title 1–100 characters
 * @param what what was done and with which tools, at most 1,000 characters
 * @param open whether it stands on the public page
 */
record Sample(Area area, String title, String what, Rights rights, boolean open) {}
