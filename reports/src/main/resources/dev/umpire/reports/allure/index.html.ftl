<#ftl output_format="HTML">
<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' data:; style-src 'unsafe-inline' data:; img-src data: blob:; media-src data: blob:; font-src data:; frame-src data: blob:; connect-src data: blob:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${reportName}</title>
<link rel="icon" href="${faviconUrl}">
<#list stylesUrls as url>
<link rel="stylesheet" href="${url}">
</#list>
</head>
<body>
<div id="alert"></div>
<div id="content"><span class="spinner"><span class="spinner__circle"></span></span></div>
<div id="popup"></div>
<script>
window.reportData = {
<#list reportDataFiles as name, base64>
"${name?json_string?no_esc}": "${base64?json_string?no_esc}"<#sep>,</#sep>
</#list>
};
window.reportDataReady = true;
</script>
<#list jsUrls as url>
<script src="${url}"></script>
</#list>
</body>
</html>
