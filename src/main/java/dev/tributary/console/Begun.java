package dev.tributary.console;

import dev.tributary.pipeline.SyncResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person goes who asked for a run: to the run, with what stood against it. */
final class Begun {

    private Begun() {}

    static String page(SyncResult result, RedirectAttributes next) {
        if (result instanceof SyncResult.Ran ran) {
            return "redirect:/runs/" + ran.run().id();
        }
        if (result instanceof SyncResult.AlreadyComplete complete) {
            next.addFlashAttribute(
                    "notice",
                    "This date is complete already, and nothing was read. To read what came since, start it with \"although it is complete\".");
            return "redirect:/runs/" + complete.run().id();
        }
        if (result instanceof SyncResult.Held held) {
            next.addFlashAttribute("notice", "The run of this date waits for a decision. Nothing was started.");
            return "redirect:/runs/" + held.run().id();
        }
        next.addFlashAttribute("notice", "Another run is under way on this database. Nothing was started or decided.");
        return "redirect:/runs" + at((SyncResult.AlreadyRunning) result);
    }

    private static String at(SyncResult.AlreadyRunning running) {
        return running.run() == null ? "" : "/" + running.run().id();
    }
}
