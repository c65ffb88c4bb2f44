package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.run.Home;
import dev.tributary.workbook.CaseWorkbook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The cases that are sought as a workbook: always to be saved, never shown within the console. */
@Controller
@ConditionalOnWebApplication
class CasesDownload {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CaseWorkbook workbook;
    private final Clock clock;
    private final Path folder;

    CasesDownload(CaseWorkbook workbook, Clock clock, Home home) {
        this.workbook = workbook;
        this.clock = clock;
        this.folder = ReviewFolder.of(home);
    }

    /** Nothing leaves before all is read, so that what fails is an error and no half of a file. */
    @GetMapping("/review/cases.xlsx")
    @Audited(Act.EXPORT)
    void cases(Sought sought, HttpServletResponse response) throws IOException {
        saved("tributary-cases-" + LocalDate.now(clock) + ".xlsx")
                .forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        workbook.write(sought.filter(), response.getOutputStream(), folder);
    }

    /** That a workbook is to be saved under a name, and kept nowhere else. */
    static HttpHeaders saved(String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(WORKBOOK);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Content-Type-Options", "nosniff");
        return headers;
    }
}
